import { Checkboxes, Link, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { Party } from '../inquiry/parties.ts'
import { partyOption } from './party-option.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestChoice, RequestForm } from './request-form.tsx'

type Props = AboutRequest & {
  parties: readonly Party[]
  /** The last moment to answer when it is asked now. */
  answerBy: Date
  now: Date
}

/** Asks one, some or all organisations. */
export function AskPage({ parties, answerBy, now, ...about }: Props) {
  const { many } = fieldsOf(about.values, about.errors)
  return (
    <RequestForm
      {...about}
      title="Organisaties vragen"
      lead={`Wie u vraagt, ziet de kaart zonder naam en adres. Vraagt u het nu, dan is er antwoord uiterlijk ${formatMoment(answerBy, now)}.`}
      above={<InOrder id={about.id} parties={parties} />}
      action={paths.ask(about.id) + about.query}
      go="Vraag het"
    >
      <Checkboxes
        legend="Wie wilt u vragen?"
        options={[{ value: 'all', label: 'Alle organisaties die in deze wijk werken' }, ...parties.map(partyOption)]}
        {...many('wie')}
      />
    </RequestForm>
  )
}

/** Gives it to one organisation, that confirms. */
export function AssignPage({ parties, answerBy, now, ...about }: Props) {
  return (
    <RequestChoice
      {...about}
      title="Toewijzen"
      lead={`De organisatie bevestigt uiterlijk ${formatMoment(answerBy, now)} dat zij het doet. Pas dan ziet zij om wie het gaat. Bevestigt zij niet, dan komt de zorgvraag bij u terug.`}
      above={<InOrder id={about.id} parties={parties} />}
      action={paths.assign(about.id) + about.query}
      go="Wijs toe"
      legend="Aan welke organisatie?"
      field="organisatie"
      options={parties.map(partyOption)}
    />
  )
}

/** Where the order comes from: advice, with its reasons one press away. */
function InOrder({ id, parties }: { id: string; parties: readonly Party[] }) {
  if (parties.every(({ advice }) => !advice)) return null
  return (
    <Text kind="soft">
      Wie het beste past, staat bovenaan. <Link href={matchingPaths.shortlist(id)}>Waarom deze volgorde?</Link>
    </Text>
  )
}
