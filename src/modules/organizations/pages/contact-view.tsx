import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  FileField,
  Heading,
  HiddenField,
  PostForm,
  Screen,
  Select,
  TextField,
} from '#design/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { CoordinatingTeam } from '../coordinating-teams.ts'
import type { Provider } from '../providers.ts'
import type { TeamContact } from '../team-contacts.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { paths } from './paths.ts'

type Props = {
  contact?: TeamContact
  teams: readonly CoordinatingTeam[]
  /** For the region manager, who says of which organisation somebody is. */
  providers: readonly Provider[] | undefined
  values: FormValues
  errors?: FieldErrors
  version?: number
  changed?: TeamContact
}

export function ContactView({ contact, teams, providers, values, errors = {}, version, changed }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const title = contact ? 'Contactpersoon wijzigen' : 'Contactpersoon toevoegen'
  const team = one('coordinatingTeamId').value
  const back = !providers
    ? { href: paths.contacts, label: 'Contactpersonen' }
    : team
      ? { href: regionPaths.teamContacts(team), label: 'Contactpersonen' }
      : { href: regionPaths.teams, label: 'Coördinerende teams' }
  return (
    <Screen title={title} width="form" density="professional" script error={wrong} back={back}>
      <ErrorSummary errors={errors} />
      {changed && (
        <ChangedMeanwhile
          differences={[
            { label: 'Voornaam', theirs: changed.firstName, typed: one('firstName').value ?? '' },
            { label: 'Functie', theirs: changed.jobTitle, typed: one('jobTitle').value ?? '' },
          ]}
        />
      )}
      <Heading level={1}>{title}</Heading>
      <PostForm action={contact ? paths.contact(contact.id) : paths.newContact} multipart>
        <HiddenField name="version" value={String(version ?? contact?.version ?? 0)} />
        <Select
          label="Team"
          placeholder="Kies een team"
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          {...one('coordinatingTeamId')}
        />
        {providers && (
          <Select
            label="Organisatie"
            placeholder="Geen"
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
            optional
            {...one('organizationId')}
          />
        )}
        <TextField label="Voornaam" hint="Iedereen kan deze naam lezen" maxLength={40} {...one('firstName')} />
        <TextField label="Functie" hint="Zoals wijkverpleegkundige" maxLength={60} {...one('jobTitle')} />
        <TextField
          label="Plaats in de rij"
          hint="Het laagste getal staat vooraan"
          inputMode="numeric"
          width="short"
          optional
          {...one('position')}
        />
        {contact?.photo && (
          <>
            <img
              className="portrait__door"
              src={paths.photo(contact.id, contact.photo)}
              alt={`Foto van ${contact.firstName}`}
              width={96}
              height={96}
            />
            <Checkboxes
              legend="Foto van nu"
              options={[{ value: 'ja', label: 'Haal deze foto weg' }]}
              optional
              {...many('removePhoto')}
            />
          </>
        )}
        <FileField
          label={contact?.photo ? 'Een andere foto' : 'Foto'}
          hint="JPEG of PNG, kleiner dan 1 MB. Waar en wanneer hij is gemaakt, halen wij eruit. Vraag eerst of het mag."
          accept="image/jpeg,image/png"
          optional
          name="photo"
          error={errors.photo}
          data-controller="small-photos"
          data-small-photos-longest-value="800"
          data-action="change->small-photos#shrink"
        />
        <Actions>
          <Button name="step" value="save">
            Bewaar
          </Button>
          {contact && (
            <Button name="step" value="remove" kind="danger">
              Verwijder deze contactpersoon
            </Button>
          )}
        </Actions>
      </PostForm>
    </Screen>
  )
}
