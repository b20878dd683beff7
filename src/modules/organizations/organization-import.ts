import { type Expertise, expertises } from '#kernel/care-kinds.ts'
import { isEmail } from '#kernel/email.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWord, readWords, writeWords } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import { addOrganization, type Organization, organizationsQuery, type Profile, saveProfileIn } from './profile.ts'
import { languages, type OrganizationKind } from './rules/kinds.ts'
import { splitList } from './rules/lists.ts'
import { agbCodeWrong, parseRegisterNumber, uraWrong } from './rules/register-number.ts'
import { parseWebAddress } from './rules/web-address.ts'
import { languageText, organizationKindText } from './text.nl.ts'

/** A line of a file with organisations, recognised by name. */
export type OrganizationRow = Profile & { kind: string }

const languageWords = Object.fromEntries(languages.map((code) => [code, languageText(code)]))
const expertiseText = Object.fromEntries(expertises.map((code) => [code, careKindText[code]])) as Record<
  Expertise,
  string
>
const web = 'Vul een webadres in, zoals www.voorbeeld.nl'

export const organizationFormat: CsvFormat<OrganizationRow> = {
  columns: [
    { key: 'name', header: 'Organisatie', also: ['Naam'], required: true, write: (row) => row.name },
    {
      key: 'kind',
      header: 'Soort',
      required: true,
      write: (row) => organizationKindText[row.kind as OrganizationKind],
    },
    { key: 'ura', header: 'URA', also: ['URA-nummer'], write: (row) => row.ura },
    { key: 'agbCode', header: 'AGB-code', also: ['AGB'], write: (row) => row.agbCode },
    { key: 'phone', header: 'Telefoon', write: (row) => row.phone && formatPhone(row.phone) },
    { key: 'email', header: 'E-mail', write: (row) => row.email },
    { key: 'website', header: 'Website', write: (row) => row.website },
    { key: 'qualityUrl', header: 'Kwaliteit', write: (row) => row.qualityUrl },
    { key: 'description', header: 'Omschrijving', write: (row) => row.description },
    { key: 'careKinds', header: 'Soorten zorg', write: (row) => writeWords(row.careKinds, careKindText) },
    { key: 'expertises', header: 'Specialisaties', write: (row) => writeWords(row.expertises, expertiseText) },
    { key: 'languages', header: 'Talen', write: (row) => writeWords(row.languages, languageWords) },
    { key: 'faiths', header: 'Geloof of cultuur', write: (row) => row.faiths.join(' | ') },
    { key: 'insurers', header: 'Contracten', also: ['UZOVI'], write: (row) => row.insurers.join(' | ') },
  ],
  read(cells) {
    const kind = readWord(cells, 'kind', organizationKindText, { required: 'Vul in wat voor organisatie dit is' })
    return {
      name: cells.line('name', { required: 'Vul de naam van de organisatie in', max: 120 }) ?? '',
      kind: kind ?? 'provider',
      ura: cells.parsed('ura', parseRegisterNumber, uraWrong) ?? null,
      agbCode: cells.parsed('agbCode', parseRegisterNumber, agbCodeWrong) ?? null,
      phone: cells.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null,
      email: cells.parsed('email', (line) => (isEmail(line) ? line : undefined), 'Vul een e-mailadres in') ?? null,
      website: cells.parsed('website', parseWebAddress, web) ?? null,
      qualityUrl: cells.parsed('qualityUrl', parseWebAddress, web) ?? null,
      description: cells.text('description', { max: 1000 }) ?? '',
      careKinds: readWords(cells, 'careKinds', careKindText),
      expertises: readWords(cells, 'expertises', expertiseText),
      languages: readWords(cells, 'languages', languageWords),
      faiths: readList(cells, 'faiths', (item) => item.length <= 60, 'Gebruik 60 tekens of minder'),
      insurers: readList(cells, 'insurers', (item) => /^\d{4}$/.test(item), 'Een UZOVI-code heeft vier cijfers'),
    }
  },
  identity: ({ name }) => name.toLowerCase(),
  maxRows: 2000,
}

function readList(cells: FormReader, key: string, fits: (item: string) => boolean, wrong: string): string[] {
  const items = splitList(cells.text(key, { max: 1000 }) ?? '', /[|,;\n]/)
  if (items.length > 50) cells.refuse(key, 'Vul er 50 of minder in')
  if (!items.every(fits)) cells.refuse(key, wrong)
  return items
}

type Step = Change<OrganizationRow>

export async function planOrganizations(
  tx: Tx,
  file: Pick<CsvRows<OrganizationRow>, 'rows' | 'present'>,
): Promise<Plan<Step>> {
  const { rows } = await tx.db.executeQuery(organizationsQuery().compile())
  const plan = planChanges<OrganizationRow>({
    columns: organizationFormat.columns,
    file,
    known: rows as Organization[],
    identity: ({ name }) => name.toLowerCase(),
    label: ({ name }) => name,
    refuse: ({ before, after }) =>
      before && before.kind !== after.kind
        ? { column: 'Soort', message: 'Wat voor organisatie het is, kan niet veranderen' }
        : undefined,
  })
  const added = plan.rows.filter(({ deed }) => deed === 'add').length
  if (added > 0) plan.notes = ['Nieuwe organisaties hebben nog geen beheerder: nodig die daarna uit']
  return plan
}

export async function saveOrganizations(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const { before, after } of steps) {
    const known = before as Organization | undefined
    const { kind, ...profile } = after
    const { name, phone, email } = profile
    const added = known ? undefined : await addOrganization(tx, { name, kind: kind as OrganizationKind, phone, email })
    const id = known?.id ?? (added?.ok ? added.value : undefined)
    if (id === undefined) throw new PlanIsStale()
    const outcome = await saveProfileIn(tx, { id, version: known?.version ?? 1, profile: onlyProfile(profile) })
    if (!outcome.ok) throw new PlanIsStale()
  }
}

/** A known row has more fields than a profile has. */
function onlyProfile(row: Profile): Profile {
  const { name, ura, agbCode, phone, email, website, qualityUrl, description } = row
  const { careKinds, expertises: special, languages: spoken, faiths, insurers } = row
  return {
    name,
    ura,
    agbCode,
    phone,
    email,
    website,
    qualityUrl,
    description,
    careKinds,
    expertises: special,
    languages: spoken,
    faiths,
    insurers,
  }
}
