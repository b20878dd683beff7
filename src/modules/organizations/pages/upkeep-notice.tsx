import { Button, Link, List, Notice, PostForm, Text } from '#design/index.ts'
import { formatDate, localDateOf } from '#kernel/dates.ts'
import type { Upkeep } from '../confirming.ts'
import type { Missing } from '../rules/upkeep.ts'
import { paths } from './paths.ts'

/** What is missing or old, and the question whether all is still right. */
export function UpkeepNotice({ upkeep }: { upkeep: Upkeep }) {
  const { missing, due, confirmedAt } = upkeep
  const looked = confirmedAt
    ? `Voor het laatst nagekeken op ${formatDate(localDateOf(confirmedAt))}.`
    : 'Nog nooit nagekeken.'
  return (
    <>
      {due && (
        <Notice kind="attention" title="Kloppen de gegevens van uw organisatie nog?">
          <Text>
            {looked} Kijk alles na, ook de teams, de locaties en de contactpersonen. Mensen kiezen erop wie hen helpt.
          </Text>
          <PostForm action={paths.confirm}>
            <Button>Ja, alles klopt</Button>
          </PostForm>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice
          kind="info"
          title={missing.length === 1 ? 'Er ontbreekt nog één ding' : `Er ontbreken nog ${missing.length} dingen`}
        >
          <List
            items={missing.map((code) => ({
              key: code,
              content: <Link href={missingText[code].href}>{missingText[code].words}</Link>,
            }))}
          />
        </Notice>
      )}
      {!due && <Text kind="soft">{looked}</Text>}
    </>
  )
}

const missingText: Record<Missing, { words: string; href: string }> = {
  phone: { words: 'een telefoonnummer', href: '#phone' },
  email: { words: 'een e-mailadres', href: '#email' },
  website: { words: 'de website', href: '#website' },
  quality: { words: 'waar cliënten over uw kwaliteit lezen', href: '#qualityUrl' },
  description: { words: 'een omschrijving van een paar zinnen', href: '#description' },
  'care-kinds': { words: 'welke zorg u geeft', href: '#careKinds' },
  languages: { words: 'welke talen medewerkers spreken', href: '#languages' },
  insurers: { words: 'met welke zorgverzekeraars u een contract heeft', href: '#insurers' },
  teams: { words: 'een team dat werkt', href: paths.teams },
  'team-areas': { words: 'het werkgebied van een team', href: paths.teams },
  locations: { words: 'een locatie', href: paths.locations },
  contacts: { words: 'een contactpersoon die de wijk kent', href: paths.contacts },
}
