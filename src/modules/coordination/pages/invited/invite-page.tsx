import {
  Checkboxes,
  DateField,
  Heading,
  LinkButton,
  Notice,
  Radios,
  Screen,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { paths } from '../paths.ts'
import { type AboutRequest, RequestForm } from '../request-form.tsx'
import { invitedPaths } from './paths.ts'
import { invitedKindText, scopeText } from './words.nl.ts'

type Props = AboutRequest & {
  kinds: readonly string[]
  /** Who may see the client may let somebody else see the client, when the client agrees. */
  seesIdentity: boolean
}

/** Invites somebody from the neighbourhood to look along with one request: who, why, what they see, and until when. */
export function InvitePage({ kinds, seesIdentity, ...about }: Props) {
  const { one, many, date } = fieldsOf(about.values, about.errors)
  const scopes = (['care', 'progress', 'takers', ...(seesIdentity ? (['client'] as const) : [])] as const).map(
    (value) => ({ value, ...scopeText[value] }),
  )
  return (
    <RequestForm
      {...about}
      title="Iemand uit de wijk uitnodigen"
      lead="Wie u uitnodigt, krijgt een link per mail. U vertelt zelf aan de telefoon een code van zes cijfers. Met link en code samen ziet die persoon alleen wat u hieronder aankruist, en niets anders."
      action={invitedPaths.invite(about.id) + about.query}
      go="Nodig uit"
      answersWithPage
    >
      <Radios
        legend="Wie nodigt u uit?"
        options={kinds.map((value) => ({ value, label: invitedKindText[value] ?? value }))}
        {...one('soort')}
      />
      <TextField
        label="Naam van de organisatie of persoon"
        hint="De aanvrager ziet dat deze organisatie meekijkt."
        maxLength={120}
        {...one('naam')}
      />
      <TextField label="E-mailadres" type="email" autoComplete="off" maxLength={254} {...one('mail')} />
      <TextArea
        label="Wat vraagt u?"
        hint="Bijvoorbeeld: kan iemand twee keer per week koken en samen eten? Noem geen namen of adressen."
        rows={3}
        maxLength={300}
        {...one('rol')}
      />
      <Checkboxes legend="Wat mag deze persoon zien?" options={scopes} {...many('ziet')} />
      {seesIdentity && (
        <Checkboxes
          legend="Toestemming"
          options={[{ value: 'ja', label: 'De cliënt vindt het goed dat deze persoon naam en adres ziet' }]}
          hint="Alleen nodig als u naam en adres laat zien."
          {...many('toestemming')}
        />
      )}
      <DateField
        legend="Tot en met welke dag?"
        hint="Hooguit 90 dagen. Daarna werkt de link niet meer."
        {...date('tot')}
      />
    </RequestForm>
  )
}

/** Once: the code, for whoever invited to tell by phone. */
export function InvitedPage({ id, number, name, code, query }: InvitedPageProps) {
  return (
    <Screen title="Uitnodiging verstuurd" width="form" density="professional">
      <Notice kind="good" title="De uitnodiging is verstuurd" />
      <Heading level={1} caption={formatRequestNumber(number)}>
        Bel {name} en noem deze code
      </Heading>
      <Text kind="lead">
        {code.slice(0, 3)} {code.slice(3)}
      </Text>
      <Text>
        U ziet de code alleen nu. Mail of app hem niet: link en code horen langs twee wegen te gaan. Kwijt? Trek de
        uitnodiging in en nodig opnieuw uit.
      </Text>
      <LinkButton href={paths.request(id) + query}>Naar de zorgvraag</LinkButton>
    </Screen>
  )
}

type InvitedPageProps = { id: string; number: string; name: string; code: string; query: string }
