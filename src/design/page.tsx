import { type ReactNode, useContext } from 'react'
import { Footer } from './footer.tsx'
import { FrameWordsContext } from './frame-words.ts'
import { Header } from './header.tsx'
import { Languages } from './languages.tsx'
import { BackLink } from './link.tsx'
import {
  type Account,
  type Assets,
  AssetsContext,
  type NavigationItem,
  type Region,
  type Translation,
} from './page-frame.ts'
import { contentId, SkipLink } from './skip-link.tsx'

export type Density = 'public' | 'professional'

export type PageProps = {
  /** The words of the heading; the region's name comes behind it. */
  title: string
  region: Region
  navigation?: readonly NavigationItem[]
  account?: Account
  /** `form` and `reading` are a sheet of paper in the middle; `wide` is the whole screen, `stage` to its edges. */
  width?: 'form' | 'reading' | 'wide' | 'stage'
  density?: Density
  /** Professional pages only: public pages send no script at all. */
  script?: boolean
  /** Shows grids or maps; professional pages may without saying so. */
  plots?: boolean
  nonce?: string
  /** The page shows an error summary: the title then starts with 'Fout:'. */
  error?: boolean
  back?: { href: string; label: string }
  /** The pages this one is one of: always at the same place, however wide the page itself. */
  tabs?: ReactNode
  footer?: ReadonlyArray<{ href: string; label: string }>
  footerNote?: ReactNode
  /** This page in other languages. */
  translations?: readonly Translation[]
  /** A page that waits for an answer asks for itself after so many seconds, with a script and without. */
  lookAgain?: number
  /** What search engines and other machines read: a description, the page's own address, structured data. */
  head?: ReactNode
  /** From `AssetsContext` when left out. */
  assets?: Assets
  children: ReactNode
}

/** A whole document, without its doctype, which React cannot render: the platform puts `<!doctype html>` before it. */
export function Page(props: PageProps) {
  const fromPlatform = useContext(AssetsContext)
  const assets = props.assets ?? fromPlatform
  const nonce = props.nonce ?? assets.nonce
  const words = useContext(FrameWordsContext)
  const { title, region, width = 'reading', density = 'public', error } = props
  return (
    <html
      lang={words.lang}
      dir={words.dir === 'rtl' ? 'rtl' : undefined}
      data-region-colour={region.colour ?? 'green'}
      data-density={density}
    >
      <head>
        <meta charSet="utf-8" />
        <title>{`${error ? `${words.signs.error}: ` : ''}${title} – ${region.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {assets.css && <link rel="stylesheet" href={assets.css} data-turbo-track="reload" />}
        {(props.plots || density === 'professional') && assets.plotsCss && (
          <link rel="stylesheet" href={assets.plotsCss} data-turbo-track="reload" />
        )}
        {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
        {props.head}
        {props.lookAgain !== undefined && (
          <noscript>
            <meta httpEquiv="refresh" content={String(props.lookAgain)} />
          </noscript>
        )}
        {props.script && nonce && <meta name="csp-nonce" content={nonce} />}
        {props.script && assets.script && <script type="module" src={assets.script} data-turbo-track="reload" />}
      </head>
      <body className="page">
        <SkipLink />
        <Header region={region} navigation={props.navigation} account={props.account} />
        {props.tabs && <div className="page__tabs">{props.tabs}</div>}
        <div className={`page__middle page__middle--${width}`}>
          {(props.back || props.translations) && (
            <div className="page__top">
              {props.back && <BackLink {...props.back} />}
              {props.translations && <Languages translations={props.translations} />}
            </div>
          )}
          <main
            className="page__main"
            id={contentId}
            tabIndex={-1}
            data-controller={props.lookAgain === undefined ? undefined : 'look-again'}
            data-look-again-seconds-value={props.lookAgain}
          >
            {props.children}
          </main>
        </div>
        <Footer region={region} links={props.footer} note={props.footerNote} />
      </body>
    </html>
  )
}
