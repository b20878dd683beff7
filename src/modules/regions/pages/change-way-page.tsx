import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Button,
  Checkboxes,
  Columns,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  FormSection,
  Heading,
  optionsOf,
  PostForm,
  Radios,
  Screen,
  Select,
  Text,
  TextField,
} from '#design/index.ts'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { priorities } from '#kernel/priorities.ts'
import { capital } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { getAgreed, proposeWayOfWorking, switchPracticeRegion } from '../proposing.ts'
import {
  afterChoices,
  choosers,
  distributions,
  entries,
  ladderSteps,
  lightAudiences,
  otherParties,
} from '../rules/way-of-working.ts'
import { dayText, proposeRefusalText } from '../text.nl.ts'
import {
  afterChoiceText,
  chooserText,
  distributionText,
  entryText,
  ladderStepText,
  lightAudienceText,
  otherPartyText,
} from '../way-of-working.nl.ts'
import { paths } from './paths.ts'
import { readWay, roundNumbers, toValues } from './read-way.ts'
import { RegionTabs } from './region-tabs.tsx'

const config = { who: 'region.manage' } as const

export function changeWayPage(app: FastifyInstance, { practice }: House): void {
  app.get(paths.changeWayOfWorking, { config }, async (request, reply) => {
    const { now } = await getAgreed(request.scope)
    const today = localDateOf(request.scope.now())
    return reply.page(200, <ChangeWayPage values={{ ...toValues(now), ...dateValues(today) }} practice={practice} />)
  })

  app.post(paths.changeWayOfWorking, { config }, async (request, reply) => {
    const { now } = await getAgreed(request.scope)
    const form = new FormReader(request.body)
    const value = readWay(form, now)
    if (practice && form.ok && form.values.nu === 'ja') {
      await switchPracticeRegion(request.scope, { value })
      return reply.seeOther(`${paths.wayOfWorking}?gelukt=omgezet`)
    }
    const effectiveOn = form.date('from-day', { required: 'Vul in vanaf welke dag dit geldt' })
    const outcome =
      form.ok && effectiveOn ? await proposeWayOfWorking(request.scope, { value, effectiveOn }) : undefined
    if (outcome?.ok) return reply.seeOther(paths.wayOfWorkingProposal(outcome.value.id))
    if (outcome) form.refuse('from-day', proposeRefusalText[outcome.refusal])
    return reply.page(422, <ChangeWayPage values={form.values} errors={form.errors} practice={practice} />)
  })
}

export function dateValues(date: string): FormValues {
  const [year = '', month = '', day = ''] = addDays(date, 0).split('-')
  return { 'from-day-day': String(Number(day)), 'from-day-month': String(Number(month)), 'from-day-year': year }
}

export function FromDay({ values, errors }: { values: FormValues; errors?: FieldErrors }) {
  return (
    <DateField
      legend="Vanaf welke dag geldt dit?"
      hint="Voor zorgvragen die vanaf die dag binnenkomen of verder gaan. Wat al was toegezegd, blijft staan."
      {...fieldsOf(values, errors).date('from-day')}
    />
  )
}

/** In a practice region nobody has to wait for a day to see how it works. */
export function SwitchNow() {
  return (
    <Button kind="secondary" name="nu" value="ja">
      Zet de oefenregio nu om
    </Button>
  )
}

type Props = { values: FormValues; errors?: FieldErrors; practice: boolean }

function ChangeWayPage({ values, errors = {}, practice }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const choice = (name: string) => ({ name, value: one(name).value, error: errors[name] })
  const term = (name: string, legend: string, hint?: string) => (
    <Fieldset key={name} legend={legend} hint={hint}>
      <Columns>
        <TextField label="Uren" inputMode="numeric" width="short" {...one(`${name}-hours`)} />
        <Select label="Hoe tellen de uren?" options={kinds} {...one(`${name}-kind`)} />
      </Columns>
    </Fieldset>
  )
  const number = (name: string, label: string) => (
    <TextField key={name} label={label} inputMode="numeric" width="short" {...one(name)} />
  )
  const yes = (name: string, label: string) => (
    <Checkboxes key={name} legend={label} options={[{ value: 'ja', label: 'Ja' }]} {...many(name)} />
  )
  return (
    <Screen
      title="Werkwijze wijzigen"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.wayOfWorking, label: 'Terug naar de werkwijze' }}
      tabs={<RegionTabs current={paths.wayOfWorking} />}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Werkwijze wijzigen</Heading>
      <Text kind="lead">
        Na deze pagina ziet u wat er verandert en wat dat de afgelopen maand had uitgemaakt. Pas daarna spreekt u het
        af.
      </Text>
      <PostForm action={paths.changeWayOfWorking}>
        <FromDay values={values} errors={errors} />
        <FormSection title="Binnenkomen" about="Ingangen en wie de zorgvraag krijgt" open={wrong}>
          <Checkboxes
            legend="Waarlangs komt een zorgvraag binnen?"
            options={optionsOf(entries, entryText)}
            {...many('channels')}
          />
          <Radios
            legend="Wie krijgt een nieuwe zorgvraag?"
            options={[
              { value: 'route-table', label: 'Het team uit de tabel onder Verdeling' },
              { value: 'one-entry', label: 'Eén ingang: het regioloket' },
            ]}
            {...choice('routing')}
          />
          {term(
            'preferredFirst',
            'Voorkeur eerst',
            'Zo lang wordt de organisatie van voorkeur alleen gevraagd. Leeg is: niet.',
          )}
        </FormSection>
        <FormSection title="Meteen vragen" about="Voordat iemand verdeelt, aan wie het beste past" open={wrong}>
          {yes('askAtOnce', 'Wordt een nieuwe zorgvraag meteen aan het best passende team gevraagd?')}
          <Columns>
            {number('ask-together', 'Hoeveel teams tegelijk?')}
            {number('ask-parties', 'Na hoeveel teams stopt het?')}
            {number('ask-per-team', 'Hoe vaak per team op een dag?')}
          </Columns>
          <Fieldset legend="Minuten om te antwoorden" hint="Hoe dringender, hoe korter.">
            <Columns>
              {priorities.map((priority) => number(`ask-${priority}`, capital(priorityText[priority])))}
            </Columns>
          </Fieldset>
          <Columns>
            <TextField label="Vragen vanaf" hint="Zoals 07:30" width="short" {...one('ask-from')} />
            <TextField label="Vragen tot" hint="Zoals 20:00, of 24:00" width="short" {...one('ask-to')} />
          </Columns>
          {yes('ask-wished', 'Komt de organisatie van voorkeur eerst aan de beurt als zij kan?')}
        </FormSection>
        <FormSection
          title="Verdelen"
          about="Wie verdeelt, en hoe lang organisaties hebben om te antwoorden"
          open={wrong}
        >
          <Radios
            legend="Hoe worden zorgvragen verdeeld?"
            options={optionsOf(distributions, distributionText)}
            {...choice('distribution')}
          />
          {term('inquiry', 'Antwoorden op een uitvraag')}
          {roundNumbers.map((round) => (
            <Fieldset key={round} legend={`Vaste ronde ${round}`} hint="Leeg is: geen ronde.">
              <Columns>
                <TextField label="Geplaatst vóór" hint="Zoals 09:30" width="short" {...one(`round-${round}-post`)} />
                <TextField label="Antwoord om" hint="Zoals 11:00" width="short" {...one(`round-${round}-answer`)} />
              </Columns>
            </Fieldset>
          ))}
          {term('confirmAssignment', 'Een toewijzing bevestigen')}
        </FormSection>
        <FormSection title="Kiezen" about="Als er meer organisaties kunnen" open={wrong}>
          <Radios legend="Wie kiest?" options={optionsOf(choosers, chooserText)} {...choice('choice-by')} />
          {term('choice-within', 'Tijd om te kiezen')}
          <Radios
            legend="Kiest niemand op tijd, dan"
            options={optionsOf(afterChoices, afterChoiceText)}
            {...choice('choice-afterwards')}
          />
        </FormSection>
        <FormSection title="Wie wat ziet" about="Gegevens van de cliënt en stoplichten" open={wrong}>
          {yes('holderSeesIdentity', 'Mag het loket of team dat aan zet is, zien om wie het gaat?')}
          <Radios
            legend="Wie ziet de stoplichten?"
            options={optionsOf(lightAudiences, lightAudienceText)}
            {...choice('lightAudience')}
          />
        </FormSection>
        <FormSection title="Hoe snel" about="Termijnen en werktijden" open={wrong}>
          {priorities.map((priority) => term(priority, `Oppakken: ${priorityText[priority]}`))}
          {term('question', 'Vraag aan de aanvrager', 'Zo lang heeft de aanvrager om te antwoorden; de klok rust.')}
          {term('confirmStart', 'Start van zorg bevestigen', 'Vanaf de dag waarop de zorg begint.')}
          <TextField
            label="Dagen na de start waarna een zorgvraag vanzelf wordt afgesloten"
            inputMode="numeric"
            width="short"
            {...one('closeAfterDays')}
          />
          <Checkboxes
            legend="Werkdagen"
            hint="Feestdagen tellen nooit als werkdag."
            options={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, label: dayText[Number(value)] }))}
            inline
            {...many('days')}
          />
          <TextField label="Werkdag begint om" hint="Zoals 08:00" width="short" {...one('from')} />
          <TextField label="Werkdag eindigt om" hint="Zoals 17:00" width="short" {...one('to')} />
        </FormSection>
        <FormSection title="Als niemand hem neemt" about="Herinnering en opschaling" open={wrong}>
          <TextField
            label="Herinnering na dit deel van de tijd, in procenten"
            inputMode="numeric"
            width="short"
            {...one('remindAt')}
          />
          {ladderSteps.map((step) =>
            term(step, `Opschalen: ${ladderStepText[step]}`, 'Zo lang na het insturen. Leeg is: deze stap is er niet.'),
          )}
          {term('escalation', 'Na opschalen', 'Zo lang heeft wie dan aan zet is.')}
        </FormSection>
        <FormSection title="Wat er nog meer is" about="Loket, bedden, raad, anderen" open={wrong}>
          {yes('desk', 'Is er een loket dat telefoon aanneemt?')}
          {yes('beds', 'Horen bedden voor tijdelijk verblijf erbij?')}
          {yes('consult', 'Kan een specialist om raad worden gevraagd?')}
          <Checkboxes
            legend="Wie mag worden uitgenodigd?"
            options={optionsOf(otherParties, otherPartyText)}
            {...many('otherParties')}
          />
        </FormSection>
        <Actions>
          <Button>Laat zien wat dit betekent</Button>
          {practice && <SwitchNow />}
        </Actions>
      </PostForm>
    </Screen>
  )
}

const kinds = [
  { value: 'clock', label: 'op de klok, ook in nacht en weekend' },
  { value: 'working', label: 'werkuren, op werkdagen' },
]
