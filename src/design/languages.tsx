import { useContext } from 'react'
import { FrameWordsContext } from './frame-words.ts'
import { Icon } from './icon.tsx'
import type { Translation } from './page-frame.ts'

/** The same page in other languages, each by the name it has for itself. */
export function Languages({ translations }: { translations: readonly Translation[] }) {
  const { languages } = useContext(FrameWordsContext)
  return (
    <nav className="languages" aria-label={languages}>
      <Icon name="language" />
      <ul>
        {translations.map(({ href, label, lang }) => (
          <li key={lang}>
            <a href={href} lang={lang} hrefLang={lang}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
