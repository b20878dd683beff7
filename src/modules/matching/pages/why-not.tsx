import { DataTable, Details, Heading, Lines, Link, Pagination, Stack, Text } from '#design/index.ts'
import { capital } from '#kernel/sentence.ts'
import type { Excluded } from '../rules/ranking.ts'
import { barrierName } from '../text.nl.ts'

/** As many fit in one table that is still read in a meeting; more are put together by the rule that keeps them off. */
const inOneTable = 12
/** Of each group so many at once, the rest of it on pages of its own. */
const atOnce = 10
const perPage = 50

/** Which group is leafed through, by its key, and where. */
export type Leafing = { group: string; page: number }

type Props = {
  excluded: readonly Excluded[]
  whyNot: (excluded: Excluded) => string
  leafing: Leafing | undefined
  hrefOf: (leafing: Leafing) => string
}

type Group = { key: string; name: string; teams: Excluded[] }

/** Everyone who is not on the list, with the rules that keep them off; with hundreds of teams by rule, with how many. */
export function WhyNot({ excluded, whyNot, leafing, hrefOf }: Props) {
  if (excluded.length === 0) return null
  const near = excluded.filter(({ barriers }) => barriers.every(({ code }) => code !== 'outside-area'))
  const far = excluded.length - near.length
  const groups = groupsOf(near)
  return (
    <section id="waarom-niet">
      <Stack gap="small">
        <Heading level={2}>Waarom niet?</Heading>
        {near.length > inOneTable ? (
          groups.map((group) =>
            leafing?.group === group.key ? (
              <Leafed key={group.key} group={group} page={leafing.page} whyNot={whyNot} hrefOf={hrefOf} />
            ) : (
              <Folded key={group.key} group={group} whyNot={whyNot} hrefOf={hrefOf} />
            ),
          )
        ) : (
          <TeamTable
            caption="Teams die hier werken en deze zorgvraag nu niet kunnen aannemen"
            teams={near}
            whyNot={whyNot}
          />
        )}
        {far > 0 && (
          <Text kind="soft">
            {far === 1
              ? 'Eén team werkt niet in deze postcode en staat daarom niet op de lijst.'
              : `${far.toLocaleString('nl-NL')} teams werken niet in deze postcode en staan daarom niet op de lijst.`}
          </Text>
        )}
      </Stack>
    </section>
  )
}

/** Who is kept off by the same rules stands together, in the order of the list: what can change soonest first. */
function groupsOf(near: readonly Excluded[]): Group[] {
  const groups = new Map<string, Group>()
  for (const one of near) {
    const key = one.barriers.map(({ code }) => code).join('+')
    const known = groups.get(key) ?? { key, name: capital(one.barriers.map(barrierName).join(' en ')), teams: [] }
    known.teams.push(one)
    groups.set(key, known)
  }
  return [...groups.values()]
}

function Folded({ group, whyNot, hrefOf }: { group: Group } & Pick<Props, 'whyNot' | 'hrefOf'>) {
  const { key, name, teams } = group
  return (
    <Details summary={`${name}: ${countText(teams.length)}`} icon="users">
      <TeamTable caption={name} teams={teams.slice(0, atOnce)} whyNot={whyNot} />
      {teams.length > atOnce && (
        <Text>
          <Link href={hrefOf({ group: key, page: 1 })}>Alle {countText(teams.length)}</Link>
        </Text>
      )}
    </Details>
  )
}

type LeafedProps = { group: Group; page: number } & Pick<Props, 'whyNot' | 'hrefOf'>

function Leafed({ group: { key, name, teams }, page, whyNot, hrefOf }: LeafedProps) {
  const last = Math.ceil(teams.length / perPage)
  const from = (Math.min(page, last) - 1) * perPage
  const hrefTo = (number: number) => hrefOf({ group: key, page: number })
  return (
    <>
      <Heading level={3}>
        {name}: {countText(teams.length)}
      </Heading>
      <TeamTable caption={name} teams={teams.slice(from, from + perPage)} whyNot={whyNot} />
      {last > 1 && (
        <Pagination
          label={name}
          summary={`${from + 1} tot en met ${Math.min(from + perPage, teams.length)} van ${teams.length}`}
          previous={page > 1 ? hrefTo(page - 1) : undefined}
          next={page < last ? hrefTo(page + 1) : undefined}
        />
      )}
    </>
  )
}

type TableProps = { caption: string; teams: readonly Excluded[] } & Pick<Props, 'whyNot'>

function TeamTable({ caption, teams, whyNot }: TableProps) {
  if (teams.length === 0) return null
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'team', label: 'Team' },
        { key: 'why', label: 'Waarom niet' },
      ]}
      rows={teams.map((one) => ({
        key: one.party.teamId,
        cells: {
          team: <Lines first={one.party.teamName} then={[one.party.organizationName]} />,
          why: whyNot(one),
        },
      }))}
    />
  )
}

const countText = (count: number) => (count === 1 ? '1 team' : `${count.toLocaleString('nl-NL')} teams`)
