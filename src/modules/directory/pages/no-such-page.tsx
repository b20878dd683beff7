import { Heading, Link, Stack, Text } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { wordsOf } from '../languages/index.ts'
import { paths } from './paths.ts'
import { PublicPage } from './public-page.tsx'
import { SearchForm } from './search-form.tsx'

type Shared = { language: Language; origin: string }

/** An address of a neighbourhood that this region does not have: an old link, or a slip of the hand. */
export function NoSuchSpot({ language, origin, typed }: Shared & { typed: string }) {
  const { find: words } = wordsOf(language)
  const pc4 = /^[1-9]\d{3}$/.test(typed) ? typed : undefined
  const title = pc4 ? words.outside(pc4) : words.unknownPlace
  return (
    <PublicPage language={language} origin={origin} title={title} listed={false}>
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Text>{pc4 ? words.outsideLead : words.unknownPlaceHelp}</Text>
        {pc4 && (
          <ul className="list">
            {words.outsideAdvice.map(({ what, how }) => (
              <li key={what}>
                <strong>{what}</strong> {how}
              </li>
            ))}
          </ul>
        )}
        <SearchForm language={language} place={pc4 ? '' : typed.slice(0, 100)} />
      </Stack>
    </PublicPage>
  )
}

/** An organisation that stopped, or never was. */
export function NoSuchOrganization({ language, origin }: Shared) {
  const { organization: words } = wordsOf(language)
  return (
    <PublicPage language={language} origin={origin} title={words.gone} listed={false}>
      <Stack>
        <Heading level={1}>{words.gone}</Heading>
        <Text>
          <Link href={paths.find(language)}>{words.back}</Link>
        </Text>
      </Stack>
    </PublicPage>
  )
}
