import { useContext } from 'react'
import type { FieldErrors } from './field.tsx'
import { FrameWordsContext } from './frame-words.ts'
import { Icon } from './icon.tsx'

export type ErrorSummaryProps = {
  errors: FieldErrors
  title?: string
  /** Off where a page shows more than one, such as the style page. */
  focus?: boolean
}

/**
 * What has to be mended, in page order, each a link to its field. An alert that is there when the page loads is not
 * read out by every screen reader, so it takes the focus as well (`autofocus` needs no script) and `Page` with `error`
 * starts the title with 'Fout:'.
 */
export function ErrorSummary({ errors, title, focus = true }: ErrorSummaryProps) {
  const { mend } = useContext(FrameWordsContext)
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the summary is the answer to what the visitor just sent
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus={focus}>
      <h2 className="error-summary__title">
        <Icon name="alert-triangle" />
        {title ?? mend}
      </h2>
      <ul className="error-summary__list">
        {entries.map(([name, message]) => (
          <li key={name}>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
