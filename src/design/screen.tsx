import { createContext, useContext } from 'react'
import { Form, type FormProps } from './form.tsx'
import { Page, type PageProps } from './page.tsx'
import type { Account, NavigationItem, Region, Translation } from './page-frame.ts'

/** What is the same on every page of one visit; the app hands it down around the page it renders. */
export type Visit = {
  region: Region
  navigation: readonly NavigationItem[]
  account?: Account
  footer: ReadonlyArray<{ href: string; label: string }>
  /** This address in other languages, for a page that does not say so itself. */
  translations?: readonly Translation[]
  /** The token of this visitor's forms. */
  csrf: string
}

export const VisitContext = createContext<Visit | undefined>(undefined)

function useVisit(): Visit {
  const visit = useContext(VisitContext)
  if (!visit) throw new Error('A screen is rendered inside a visit; see reply.page.')
  return visit
}

/** A page of this visit: modules give the title and the content, the visit gives the rest. */
export function Screen(props: Omit<PageProps, 'region' | 'navigation' | 'account' | 'footer'>) {
  const { region, navigation, account, footer, translations } = useVisit()
  const frame = { region, navigation, account, footer, translations }
  return <Page {...frame} {...props} />
}

/** A form of this visit: posts with the visitor's token. */
export function PostForm(props: Omit<FormProps, 'csrf'>) {
  return <Form csrf={useVisit().csrf} {...props} />
}
