import { createContext, type ReactNode, useContext } from 'react'
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

const ManyContext = createContext(false)

/**
 * A piece of a page that is rendered once for many visitors and sent to their open pages: its forms hold nobody's token, and get
 * the one of the page they come on (`browser/form-token.ts`).
 */
export function ForMany({ children }: { children: ReactNode }) {
  return <ManyContext value={true}>{children}</ManyContext>
}

/** A form of this visit: posts with the visitor's token. */
export function PostForm(props: Omit<FormProps, 'csrf'>) {
  const visit = useContext(VisitContext)
  const forMany = useContext(ManyContext)
  if (!visit && !forMany) throw new Error('A form is rendered inside a visit, or for many.')
  return <Form csrf={visit?.csrf ?? ''} {...props} />
}
