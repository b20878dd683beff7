import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Link,
  Notice,
  PostForm,
  Screen,
  SummaryList,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { careKinds, expertises } from '#kernel/care-kinds.ts'
import { isEmail } from '#kernel/email.ts'
import { insurerName } from '#kernel/insurers.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { confirmProfile, getUpkeep, type Upkeep } from '../confirming.ts'
import { changedFields, type Organization, type Profile, saveProfile } from '../profile.ts'
import { languages } from '../rules/kinds.ts'
import { splitList } from '../rules/lists.ts'
import { agbCodeWrong, parseRegisterNumber, uraWrong } from '../rules/register-number.ts'
import { parseWebAddress } from '../rules/web-address.ts'
import { languageText } from '../text.nl.ts'
import { CareFields } from './care-fields.tsx'
import { ChangedMeanwhile, type Difference } from './changed-meanwhile.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'
import { UpkeepNotice } from './upkeep-notice.tsx'

const config = { who: 'organization.administer' } as const

export function profilePage(app: FastifyInstance): void {
  app.get(paths.organization, { config }, async (request, reply) => {
    const found = await getUpkeep(request.scope, ownOrganization(request))
    const { bewaard, nagekeken } = request.query as { bewaard?: unknown; nagekeken?: unknown }
    const told =
      bewaard === 'ja' ? 'De gegevens zijn bewaard' : nagekeken === 'ja' ? 'Bedankt voor het nakijken' : undefined
    return reply.page(200, <ProfilePage {...found} values={toValues(found.organization)} told={told} />)
  })

  app.post(paths.organization, { config }, async (request, reply) => {
    const id = ownOrganization(request)
    const form = new FormReader(request.body)
    const { version, profile } = readProfile(form)
    const found = await getUpkeep(request.scope, id)
    const { values, errors } = form
    if (!form.ok || version === undefined) {
      return reply.page(422, <ProfilePage {...found} {...{ values, errors, version }} />)
    }
    if (form.choice('step', ['look', 'save']) === 'look') {
      return reply.page(200, <ProfilePage {...found} {...{ values, version }} preview={profile} />)
    }
    const outcome = await saveProfile(request.scope, { id, version, profile })
    if (outcome.ok) return reply.seeOther(`${paths.organization}?bewaard=ja`)
    const { now } = outcome.refusal
    const differences = changedFields(now, profile).map((field) => differenceOf(field, now, profile))
    return reply.page(409, <ProfilePage {...found} organization={now} {...{ values, differences }} />)
  })

  app.post(paths.confirm, { config }, async (request, reply) => {
    await confirmProfile(request.scope, { id: ownOrganization(request) })
    return reply.seeOther(`${paths.organization}?nagekeken=ja`)
  })
}

function readProfile(form: FormReader): { version: number | undefined; profile: Profile } {
  const version = form.integer('version', {
    min: 1,
    max: 999_999_999,
    required: 'Ververs de pagina en probeer opnieuw',
  })
  const web = 'Vul een webadres in, zoals www.voorbeeld.nl'
  return {
    version,
    profile: {
      name: form.line('name', { required: 'Vul de naam van de organisatie in', max: 120 }) ?? '',
      ura: form.parsed('ura', parseRegisterNumber, uraWrong) ?? null,
      agbCode: form.parsed('agbCode', parseRegisterNumber, agbCodeWrong) ?? null,
      phone: form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null,
      email: form.parsed('email', (line) => (isEmail(line) ? line : undefined), 'Vul een e-mailadres in') ?? null,
      website: form.parsed('website', parseWebAddress, web) ?? null,
      qualityUrl: form.parsed('qualityUrl', parseWebAddress, web) ?? null,
      description: form.text('description', { max: 1000 }) ?? '',
      careKinds: form.choices('careKinds', careKinds),
      expertises: form.choices('expertises', expertises),
      languages: form.choices('languages', languages),
      faiths: readList(
        form,
        'faiths',
        (item) => item.length <= 60,
        'Gebruik per geloof of cultuur 60 tekens of minder',
      ),
      insurers: readList(form, 'insurers', (item) => /^\d{4}$/.test(item), 'Een UZOVI-code heeft vier cijfers'),
    },
  }
}

function readList(form: FormReader, name: string, fits: (item: string) => boolean, wrong: string): string[] {
  const items = splitList(form.text(name, { max: 1000 }) ?? '')
  if (items.length > 50) form.refuse(name, 'Vul er 50 of minder in')
  if (!items.every(fits)) form.refuse(name, wrong)
  return items
}

function toValues(organization: Organization): FormValues {
  return {
    name: organization.name,
    ura: organization.ura ?? '',
    agbCode: organization.agbCode ?? '',
    phone: organization.phone ? formatPhone(organization.phone) : '',
    email: organization.email ?? '',
    website: organization.website ?? '',
    qualityUrl: organization.qualityUrl ?? '',
    description: organization.description,
    careKinds: organization.careKinds,
    expertises: organization.expertises,
    languages: organization.languages,
    faiths: organization.faiths.join(', '),
    insurers: organization.insurers.join(', '),
  }
}

const labels: Record<keyof Profile, string> = {
  name: 'Naam',
  ura: 'URA-nummer',
  agbCode: 'AGB-code',
  phone: 'Telefoon',
  email: 'E-mail',
  website: 'Website',
  qualityUrl: 'Kwaliteit',
  description: 'Omschrijving',
  careKinds: 'Soorten zorg',
  expertises: 'Specialisaties',
  languages: 'Talen',
  faiths: 'Geloof of cultuur',
  insurers: 'Contracten',
}

function differenceOf(field: keyof Profile, now: Profile, typed: Profile): Difference {
  const words = (value: Profile[keyof Profile]) => {
    const items = Array.isArray(value) ? value : [value ?? '']
    if (field === 'languages') return items.map(languageText).join(', ')
    if (field === 'careKinds' || field === 'expertises')
      return items.map((item) => careKindText[item as keyof typeof careKindText]).join(', ')
    return items.join(', ')
  }
  return { label: labels[field], theirs: words(now[field]), typed: words(typed[field]) }
}

type Props = {
  organization: Organization
  values: FormValues
  errors?: FieldErrors
  upkeep: Upkeep
  differences?: readonly Difference[]
  /** What just happened, in words. */
  told?: string
  /** What was typed, to see as a client reads it before it counts. */
  preview?: Profile
  /** The version this form was opened with; the newest one when it was just shown. */
  version?: number
}

function ProfilePage({ organization, upkeep, values, errors = {}, differences, told, preview, version }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Gegevens van uw organisatie"
      density="professional"
      script
      error={wrong}
      tabs={<OrganizationTabs current={paths.organization} />}
    >
      <ErrorSummary errors={errors} />
      {told && <Notice kind="good" title={told} />}
      {differences && <ChangedMeanwhile differences={differences} />}
      <Heading level={1} caption={organization.name}>
        Gegevens van uw organisatie
      </Heading>
      {preview ? <Preview profile={preview} /> : <UpkeepNotice upkeep={upkeep} />}
      {organization.kind === 'provider' && (
        <Text>
          <Link href={paths.publicPage(upkeep.slug)}>Bekijk uw pagina zoals iedereen die nu ziet</Link>
        </Text>
      )}
      <PostForm action={paths.organization} data-turbo="false">
        <HiddenField name="version" value={String(version ?? organization.version)} />
        <TextField label="Naam" maxLength={120} {...one('name')} />
        <TextField
          label="URA-nummer"
          hint="Acht cijfers. Systemen van anderen vinden u hiermee."
          inputMode="numeric"
          width="medium"
          optional
          {...one('ura')}
        />
        <TextField
          label="AGB-code"
          hint="Acht cijfers, van de onderneming. Zorgverzekeraars kennen u hieraan."
          inputMode="numeric"
          width="medium"
          optional
          {...one('agbCode')}
        />
        <TextField label="Telefoon" type="tel" width="medium" optional {...one('phone')} />
        <TextField label="E-mail" type="email" optional {...one('email')} />
        <TextField label="Website" inputMode="url" optional {...one('website')} />
        <TextField
          label="Waar cliënten over uw kwaliteit lezen"
          hint="Bijvoorbeeld uw pagina op ZorgkaartNederland"
          inputMode="url"
          optional
          {...one('qualityUrl')}
        />
        <TextArea
          label="Omschrijving"
          hint="In gewone woorden: wat mag een cliënt van u verwachten?"
          rows={4}
          optional
          {...one('description')}
        />
        <CareFields many={many} />
        <Checkboxes
          legend="Talen die medewerkers spreken"
          options={languages.map((value) => ({ value, label: languageText(value) }))}
          optional
          {...many('languages')}
        />
        <TextField label="Geloof of cultuur waar u op let" hint="Met komma's ertussen" optional {...one('faiths')} />
        <TextField
          label="Zorgverzekeraars met een contract"
          hint="UZOVI-codes van vier cijfers, met komma's ertussen"
          optional
          {...one('insurers')}
        />
        <Actions>
          <Button name="step" value="save">
            Bewaar
          </Button>
          <Button name="step" value="look" kind="secondary">
            Bekijk eerst hoe het wordt
          </Button>
        </Actions>
      </PostForm>
    </Screen>
  )
}

/** What was typed, as a client will read it; nothing is kept yet. */
function Preview({ profile }: { profile: Profile }) {
  const kinds = [...new Set([...profile.careKinds, ...profile.expertises])]
  return (
    <Notice kind="info" title="Zo leest een cliënt het. Er is nog niets bewaard.">
      <Heading level={2}>{profile.name}</Heading>
      {profile.description && <Text>{profile.description}</Text>}
      <SummaryList
        rows={[
          {
            key: 'care',
            label: 'Zorg',
            value: kinds.map((kind) => careKindText[kind as keyof typeof careKindText]).join(', '),
          },
          { key: 'languages', label: 'Talen', value: profile.languages.map(languageText).join(', ') },
          { key: 'faiths', label: 'Geloof of cultuur', value: profile.faiths.join(', ') },
          { key: 'insurers', label: 'Contracten', value: profile.insurers.map(insurerName).join(', ') },
          { key: 'phone', label: 'Telefoon', value: profile.phone ? formatPhone(profile.phone) : '' },
          { key: 'website', label: 'Website', value: profile.website ?? '' },
        ].filter(({ value }) => value !== '')}
      />
    </Notice>
  )
}
