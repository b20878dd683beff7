import type { ReactNode } from 'react'
import { Screen } from '#design/index.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { wordsOf } from '../languages/index.ts'
import { type StructuredData, toJsonText } from '../structured-data.ts'

export type PublicPageProps = {
  language: Language
  /** How the outside world calls this installation. */
  origin: string
  title: string
  /** What a search engine shows under the title. */
  description?: string
  /** This page in a language; without it the page is not for search engines and has no other languages. */
  address?: (language: Language) => string
  /** What its language links add: a question that the page answers but search engines need not know. */
  query?: string
  structured?: readonly StructuredData[]
  /** `false` keeps it out of search engines. */
  listed?: boolean
  width?: 'form' | 'reading' | 'wide'
  back?: { href: string; label: string }
  error?: boolean
  children: ReactNode
}

/** A page for everybody, in one of the languages, that tells search engines what it is and in which other languages it is there. */
export function PublicPage(props: PublicPageProps) {
  const { language, origin, title, description, address, query = '', structured = [], listed = true } = props
  const others = languageCodes.filter((code) => code !== language)
  return (
    <Screen
      title={title}
      width={props.width}
      back={props.back}
      error={props.error}
      translations={
        address &&
        others.map((code) => ({
          href: address(code) + query,
          label: wordsOf(code).name,
          lang: wordsOf(code).frame.lang,
        }))
      }
      head={
        <>
          {description && <meta name="description" content={description} />}
          {!listed && <meta name="robots" content="noindex" />}
          {listed && address && <link rel="canonical" href={origin + address(language)} />}
          {listed &&
            address &&
            languageCodes.map((code) => (
              <link key={code} rel="alternate" hrefLang={wordsOf(code).frame.lang} href={origin + address(code)} />
            ))}
          {listed && address && <link rel="alternate" hrefLang="x-default" href={origin + address('nl')} />}
          {structured.map((data) => (
            // Data and no program: a browser never runs this type.
            <script
              key={data['@type']}
              type="application/ld+json"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write the quotes as entities; toJsonText lets nothing end the element
              dangerouslySetInnerHTML={{ __html: toJsonText(data) }}
            />
          ))}
        </>
      }
    >
      {props.children}
    </Screen>
  )
}
