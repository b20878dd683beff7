import { Checkboxes, Heading, List, SummaryList, Text } from '#design/index.ts'
import type { Dates } from '#kernel/dates-in.ts'
import { insurerName } from '#kernel/insurers.ts'
import type { Language } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { useLanguage, type Words } from '../../languages/index.ts'
import { languageName } from '../../rules/languages.ts'
import { paths } from '../paths.ts'
import type { Answers } from './answers.ts'
import { FormFrame, type FormPageProps } from './form-frame.tsx'
import type { FormPage } from './form-pages.ts'

type Line = { name: keyof Words['check']['lines']; value: string | undefined; page: FormPage }

/** Everything on one page, with a way to change each answer, and the consent. */
export function CheckPage({ props, answers }: { props: FormPageProps; answers: Answers }) {
  const speech = useLanguage()
  const { check, form } = speech.words
  const [whoAndWhere, whichCare] = form.steps
  return (
    <FormFrame
      props={props}
      title={check.title}
      lead={check.lead}
      go={check.send}
      before={
        <>
          <Heading level={2} size={3}>
            {whoAndWhere}
          </Heading>
          <Answered lines={whoAndWhereLines(answers, speech)} draftKey={props.draftKey} />
          <Heading level={2} size={3}>
            {whichCare}
          </Heading>
          <Answered lines={whichCareLines(answers, props.providers, speech)} draftKey={props.draftKey} />
        </>
      }
    >
      <Heading level={2} size={3}>
        {check.whoSees}
      </Heading>
      <List
        items={check.sharing.map(({ what, how }) => ({
          key: what,
          content: (
            <>
              <strong>{what}</strong> {how}
            </>
          ),
        }))}
      />
      <Checkboxes
        name="consent"
        legend={check.consent}
        options={[{ value: 'ja', label: answers.carer ? check.yesCarer : check.yes }]}
        error={props.errors.consent}
      />
      <Text kind="soft">{check.regret}</Text>
    </FormFrame>
  )
}

function Answered({ lines, draftKey }: { lines: Line[]; draftKey: string }) {
  const { language, words } = useLanguage()
  return (
    <SummaryList
      rows={lines.map(({ name, value, page }) => {
        const [label, what] = words.check.lines[name]
        return {
          label,
          value: value ?? words.check.notFilledIn,
          change: { href: `${paths.askPage(draftKey, page, language)}?naar=controleren`, what },
        }
      })}
    />
  )
}

type Speech = { language: Language; words: Words; dates: Dates }

function whoAndWhereLines({ person, place, reach, carer }: Answers, { words, dates }: Speech): Line[] {
  const { check, gender, location } = words
  return [
    { name: 'forWhom', value: carer ? check.other : check.self, page: 'stap-1' },
    { name: 'name', value: joined(' ', person.givenName, person.familyName), page: 'stap-1/wie' },
    {
      name: 'born',
      value: joined(', ', dates.date(person.birthDate), person.gender && gender[person.gender].toLowerCase()),
      page: 'stap-1/wie',
    },
    {
      name: 'address',
      value: check.number(formatPostcode(place.postcode.pc6), place.houseNumber),
      page: 'stap-1/waar',
    },
    {
      name: 'location',
      value: location[place.location] + (place.dischargeOn ? check.homeOn(dates.date(place.dischargeOn)) : ''),
      page: 'stap-1/waar',
    },
    ...(carer ? carerLines(carer, reach, words) : ownLines(reach)),
  ]
}

function ownLines({ phone, email, contact }: Answers['reach']): Line[] {
  const own = joined(', ', phone && formatPhone(phone), email)
  if (!contact) return [{ name: 'reach', value: own, page: 'stap-1/contact' }]
  const other = joined(', ', contact.name, contact.relation, contact.phone && formatPhone(contact.phone))
  return [
    { name: 'reach', value: own, page: 'stap-1/contact' },
    { name: 'contact', value: other, page: 'stap-1/contact' },
  ]
}

function carerLines(
  own: NonNullable<Answers['carer']>,
  { phone }: Answers['reach'],
  { check, relation }: Words,
): Line[] {
  const who = joined(', ', own.name, relation[own.relation].toLowerCase(), formatPhone(own.phone), own.email)
  const first = own.callFirst === 'carer' ? check.you : check.clientAt(formatPhone(phone ?? ''))
  return [
    { name: 'carer', value: who, page: 'stap-1/contact' },
    { name: 'callFirst', value: first, page: 'stap-1/contact' },
  ]
}

function whichCareLines(answers: Answers, providers: FormPageProps['providers'], speech: Speech): Line[] {
  const { care, question, when, cover } = answers
  const { words, dates } = speech
  const { check, start, daypart } = words
  const kinds = [...care.kinds, ...(care.isUnknown ? (['unknown'] as const) : [])]
  const parts = when.dayparts.map((part) => daypart[part].toLowerCase()).join(', ')
  const often = when.timesPerWeek && check.timesPerWeek(when.timesPerWeek)
  return [
    { name: 'care', value: kinds.map((kind) => words.care[kind].label).join('; '), page: 'stap-2/zorg' },
    { name: 'story', value: question, page: 'stap-2/verhaal' },
    {
      name: 'start',
      value: when.startOn ? check.from(dates.date(when.startOn)) : start[when.start],
      page: 'stap-2/wanneer',
    },
    { name: 'when', value: joined('; ', parts, often), page: 'stap-2/wanneer' },
    { name: 'wishes', value: wishText(answers.wishes, providers, speech), page: 'stap-2/wensen' },
    { name: 'insurer', value: cover.insurer && insurerName(cover.insurer), page: 'stap-2/gegevens' },
    { name: 'gp', value: cover.gp, page: 'stap-2/gegevens' },
    { name: 'bsn', value: cover.bsn, page: 'stap-2/gegevens' },
  ]
}

function wishText(
  wishes: Answers['wishes'],
  providers: FormPageProps['providers'],
  { language, words: { check } }: Speech,
): string | undefined {
  const named = (id: string | undefined, say: (name: string) => string) =>
    id && say(providers.find((provider) => provider.id === id)?.name ?? '')
  return joined(
    '; ',
    named(wishes.existingOrganizationId, check.existing),
    named(wishes.preferredOrganizationId, check.preferred),
    named(wishes.unwantedOrganizationId, check.unwanted),
    wishes.carerGender && check.carerGender[wishes.carerGender],
    wishes.language && languageName(wishes.language, language),
    wishes.faith,
  )
}

function joined(by: string, ...parts: (string | number | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(by) || undefined
}
