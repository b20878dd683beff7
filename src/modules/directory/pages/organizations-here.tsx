import {
  Actions,
  Button,
  Card,
  Details,
  EmptyState,
  FilterForm,
  Heading,
  Light,
  Link,
  Pick,
  Select,
  Stack,
  StatusTag,
  Text,
  Tiles,
} from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { insurerName } from '#kernel/insurers.ts'
import type { Language } from '#kernel/languages.ts'
import type { ListedOrganization, Neighbourhood } from '../finding.ts'
import { languageName, wordsOf } from '../languages/index.ts'
import { careNames, languageNames } from '../naming.ts'
import type { CareFound } from '../rules/care-words.ts'
import { InDutch } from './parts.tsx'
import { paths } from './paths.ts'

/** What somebody asks of an organisation, as it stands in the address. */
export type Wishes = { care: string; language: string; insurer: string }

export function readWishes(query: unknown): Wishes {
  const { zorg, taal, verzekeraar } = query as Record<string, unknown>
  const short = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 100) : '')
  return { care: short(zorg), language: short(taal), insurer: short(verzekeraar) }
}

type Props = { language: Language; found: Neighbourhood; wishes: Wishes; care: CareFound }

/** The organisations of a neighbourhood, to narrow down, and to tick for a comparison. */
export function OrganizationsHere({ language, found, wishes, care }: Props) {
  const { neighbourhood: words } = wordsOf(language)
  const { spot, organizations } = found
  const here = paths.neighbourhood(spot.slug, language)
  const shown = organizations.filter((organization) => fits(organization, wishes, care))
  return (
    <section>
      <Stack>
        <Heading level={2} id="organisaties">
          {words.organizations(spot.name)}
        </Heading>
        {organizations.length === 0 ? (
          <EmptyState title={words.noOrganizations} level={3} icon="home-heart">
            {words.noOrganizationsHelp}
          </EmptyState>
        ) : (
          <>
            <Text>{words.organizationsLead}</Text>
            <Filter {...{ language, organizations, wishes, care, here }} />
            <Text>
              <strong>{words.found(shown.length, organizations.length)}</strong>
            </Text>
            {shown.length === 0 ? (
              <EmptyState title={words.filterNone} level={3} icon="search">
                <Link href={`${here}#organisaties`}>{words.filterAll}</Link>
              </EmptyState>
            ) : (
              <form method="get" action={paths.comparison(language)}>
                <Stack>
                  <Offers organizations={shown.slice(0, shownAtOnce)} language={language} />
                  {shown.length > shownAtOnce && (
                    <Details summary={words.others(shown.length - shownAtOnce)} icon="home-heart">
                      <Offers organizations={shown.slice(shownAtOnce)} language={language} />
                    </Details>
                  )}
                  {shown.length > 1 && (
                    <Actions>
                      <Button kind="secondary">{words.compare}</Button>
                      <Text kind="soft">{words.compareHint}</Text>
                    </Actions>
                  )}
                </Stack>
              </form>
            )}
          </>
        )}
      </Stack>
    </section>
  )
}

/** The others stand behind a fold: a phone would have to be swiped past all of them for what comes after. */
const shownAtOnce = 6

function Offers({ organizations, language }: { organizations: readonly ListedOrganization[]; language: Language }) {
  return (
    <Tiles>
      {organizations.map((organization) => (
        <Offer key={organization.id} organization={organization} language={language} />
      ))}
    </Tiles>
  )
}

/** Words that stand for several kinds of care fit whoever gives one of them; words that stand for none narrow nothing down. */
function fits({ careKinds, languages, insurers }: ListedOrganization, { language, insurer }: Wishes, care: CareFound) {
  if (care.kinds.length > 0 && !care.kinds.some((kind) => careKinds.includes(kind))) return false
  if (language !== '' && !languages.includes(language)) return false
  return insurer === '' || insurers.includes(insurer)
}

type FilterProps = {
  language: Language
  organizations: readonly ListedOrganization[]
  wishes: Wishes
  care: CareFound
  here: string
}

/** Only what can be found here can be asked. */
function Filter({ language, organizations, wishes, care, here }: FilterProps) {
  const { neighbourhood: words, care: careWords } = wordsOf(language)
  const among = (read: (organization: ListedOrganization) => readonly string[]) => [
    ...new Set(organizations.flatMap(read)),
  ]
  const kinds = among((organization) => organization.careKinds)
  const sorted = (options: { value: string; label: string }[]) =>
    options.sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <FilterForm action={`${here}#organisaties`} label={words.filterLabel}>
      <Select
        name="zorg"
        label={words.filterCare}
        placeholder={words.filterAny}
        required={false}
        value={care.kinds[0] ?? ''}
        options={careKinds
          .filter((kind) => kinds.includes(kind))
          .map((kind) => ({ value: kind, label: careWords[kind].name }))}
      />
      <Select
        name="taal"
        label={words.filterLanguage}
        placeholder={words.filterAny}
        required={false}
        value={wishes.language}
        options={sorted(
          among(({ languages }) => languages)
            .filter((code) => code !== 'nl')
            .map((code) => ({ value: code, label: languageName(code, language) })),
        )}
      />
      <Select
        name="verzekeraar"
        label={words.filterInsurer}
        placeholder={words.filterAny}
        required={false}
        value={wishes.insurer}
        options={sorted(among(({ insurers }) => insurers).map((code) => ({ value: code, label: insurerName(code) })))}
      />
      <Button kind="secondary">{words.filterDo}</Button>
    </FilterForm>
  )
}

function Offer({ organization, language }: { organization: ListedOrganization; language: Language }) {
  const { neighbourhood: words, light, faiths } = wordsOf(language)
  const { name, slug, careKinds: kinds, description } = organization
  const spoken = organization.languages.filter((code) => code !== 'nl')
  return (
    <Card
      title={<Link href={paths.organization(slug, language)}>{name}</Link>}
      level={3}
      aside={organization.light && <Light value={organization.light} label={light[organization.light]} />}
    >
      <Stack gap="small">
        {description && (
          <Text>
            <InDutch language={language}>{description}</InDutch>
          </Text>
        )}
        <Text kind="soft">{careNames(kinds, language).join(' · ')}</Text>
        {(spoken.length > 0 || organization.faiths.length > 0) && (
          <Actions>
            {spoken.length > 0 && (
              <StatusTag kind="neutral" label={`${words.speaks} ${languageNames(spoken, language)}`} />
            )}
            {organization.faiths.map((faith) => (
              <StatusTag key={faith} kind="neutral" label={Object.hasOwn(faiths, faith) ? faiths[faith] : faith} />
            ))}
          </Actions>
        )}
        <Pick name="met" value={slug}>
          {words.pick(name)}
        </Pick>
      </Stack>
    </Card>
  )
}
