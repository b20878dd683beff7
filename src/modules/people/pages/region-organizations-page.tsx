import type { FastifyInstance } from 'fastify'
import {
  Button,
  DataTable,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Heading,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Select,
  StatusTag,
  TextField,
} from '#design/index.ts'
import { isEmail } from '#kernel/email.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { isPersonName } from '#kernel/text.ts'
import {
  listOrganizations,
  type Organization,
  type OrganizationKind,
  organizationKinds,
  organizationKindText,
} from '#modules/organizations/index.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { foundOrganization } from '../founding.ts'
import { refusalText } from '../text.nl.ts'

const config = { who: 'region.manage' } as const

export function regionOrganizationsPage(app: FastifyInstance): void {
  app.get(paths.organizations, { config }, async (request, reply) => {
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <OrganizationsPage organizations={await listOrganizations(request.scope)} saved={saved} />)
  })

  app.get(paths.newOrganization, { config }, async (_request, reply) =>
    reply.page(200, <NewOrganizationPage values={{}} />),
  )

  app.post(paths.newOrganization, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const mail = (line: string) => (isEmail(line) ? line : undefined)
    const name = form.line('name', { required: 'Vul de naam van de organisatie in', max: 120 })
    const kind = form.choice<OrganizationKind>('kind', organizationKinds, {
      required: 'Kies wat voor organisatie dit is',
    })
    const phone = form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null
    const email = form.parsed('email', mail, 'Vul een e-mailadres in') ?? null
    const administratorName = form.parsed(
      'administratorName',
      (line) => (isPersonName(line) ? line : undefined),
      'Vul een naam in, met letters',
      { required: 'Vul de naam van de eerste beheerder in', max: 120 },
    )
    const administratorEmail = form.parsed('administratorEmail', mail, 'Vul een e-mailadres in', {
      required: 'Vul het e-mailadres van de eerste beheerder in',
    })
    const page = (errors: FieldErrors) => <NewOrganizationPage values={form.values} errors={errors} />
    if (!form.ok || !name || !kind || !administratorName || !administratorEmail)
      return reply.page(422, page(form.errors))
    const outcome = await foundOrganization(request.scope, {
      organization: { name, kind, phone, email },
      administrator: { name: administratorName, email: administratorEmail },
    })
    if (outcome.ok) return reply.seeOther(`${paths.organizations}?bewaard=ja`)
    const errors: FieldErrors =
      outcome.refusal === 'name-taken'
        ? { name: 'Er is al een organisatie met deze naam' }
        : { administratorEmail: refusalText['email-taken'] }
    return reply.page(422, page(errors))
  })
}

function OrganizationsPage({ organizations, saved }: { organizations: readonly Organization[]; saved: boolean }) {
  return (
    <Screen
      title="Organisaties"
      width="wide"
      density="professional"
      script
      tabs={<RegionTabs current={paths.organizations} />}
    >
      {saved && (
        <Notice kind="good" title="De organisatie is toegevoegd. De beheerder krijgt een uitnodiging per mail." />
      )}
      <PageHeading
        actions={
          <LinkButton href={paths.newOrganization} icon="plus">
            Organisatie toevoegen
          </LinkButton>
        }
      >
        <Heading level={1}>Organisaties</Heading>
      </PageHeading>
      <DataTable
        caption={`${organizations.length} organisaties in deze regio`}
        columns={[
          { key: 'name', label: 'Naam' },
          { key: 'kind', label: 'Soort' },
          { key: 'phone', label: 'Telefoon' },
          { key: 'email', label: 'E-mail' },
          { key: 'state', label: 'Staat' },
        ]}
        rows={organizations.map((organization) => ({
          key: organization.id,
          cells: {
            name: organization.name,
            kind: organizationKindText[organization.kind as OrganizationKind] ?? organization.kind,
            phone: organization.phone ? formatPhone(organization.phone) : undefined,
            email: organization.email ?? undefined,
            state: organization.active ? (
              <StatusTag kind="good" label="doet mee" />
            ) : (
              <StatusTag kind="neutral" label="gestopt" />
            ),
          },
        }))}
      />
    </Screen>
  )
}

function NewOrganizationPage({ values, errors = {} }: { values: FormValues; errors?: FieldErrors }) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Organisatie toevoegen"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.organizations, label: 'Organisaties' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Organisatie toevoegen</Heading>
      <PostForm action={paths.newOrganization}>
        <TextField label="Naam" maxLength={120} {...one('name')} />
        <Select
          label="Soort"
          placeholder="Kies een soort"
          options={organizationKinds.map((value) => ({ value, label: organizationKindText[value] }))}
          {...one('kind')}
        />
        <TextField label="Telefoon" type="tel" width="medium" optional {...one('phone')} />
        <TextField label="E-mail" type="email" optional {...one('email')} />
        <Fieldset legend="Eerste beheerder" hint="Krijgt een uitnodiging, vult de rest in en voegt collega's toe.">
          <TextField label="Naam" autoComplete="off" maxLength={120} {...one('administratorName')} />
          <TextField label="E-mail" type="email" autoComplete="off" {...one('administratorEmail')} />
        </Fieldset>
        <Button>Bewaar en nodig uit</Button>
      </PostForm>
    </Screen>
  )
}
