import { Button, FilterForm, TextField } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { wordsOf } from '../languages/index.ts'
import { paths } from './paths.ts'

type SearchFormProps = {
  language: Language
  place?: string
  care?: string
  /** What is wrong with the place. */
  error?: string
  /** Only the place, where the page is about something else. */
  short?: boolean
}

/** Asks where, and if one knows, which care; with GET, so that the answer can be passed on. */
export function SearchForm({ language, place = '', care = '', error, short }: SearchFormProps) {
  const { find: words } = wordsOf(language)
  return (
    <FilterForm action={paths.find(language)} label={words.searchLabel}>
      <TextField
        name="plaats"
        label={words.place}
        hint={words.placeHint}
        value={place}
        error={error}
        required={false}
        autoComplete="postal-code"
        spellCheck={false}
        maxLength={100}
      />
      {!short && (
        <TextField
          name="zorg"
          label={words.care}
          hint={words.careHint}
          value={care}
          required={false}
          autoComplete="off"
          maxLength={100}
        />
      )}
      <Button icon="search">{words.search}</Button>
    </FilterForm>
  )
}
