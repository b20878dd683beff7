import {
  Button,
  DataTable,
  EmptyState,
  FieldRow,
  FilterForm,
  Heading,
  HiddenField,
  LinkButton,
  PageHeading,
  Pagination,
  PostForm,
  type Row,
  Screen,
  Select,
  type StatusKind,
  StatusTag,
  Tabs,
  Text,
  TextField,
} from '#design/index.ts'
import { formatDate, formatDateShort, formatMoment, localDateOf } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { lastPage, type ReferralFilter, type ReferralRow } from '../../referrals.ts'
import { isOpen, type RequestState } from '../../rules/life.ts'
import { type ReferralGroup, type ReferralPeriod, referralGroups, referralPeriods } from '../../rules/referral.ts'
import { requesterStateText } from '../history-words.nl.ts'
import { paths } from '../paths.ts'

const groupText: Record<ReferralGroup, string> = {
  open: 'Zoekt een organisatie',
  taken: 'Aangenomen',
  ended: 'Gestart of afgesloten',
  all: 'Alle',
}
const periodText: Record<ReferralPeriod, string> = {
  week: 'Afgelopen week',
  month: 'Afgelopen maand',
  quarter: 'Afgelopen drie maanden',
  year: 'Afgelopen jaar',
  all: 'Alles',
}

export function listAddress({ group, period, page }: ReferralFilter): string {
  const query = new URLSearchParams({ groep: group, periode: period, ...(page > 1 ? { pagina: String(page) } : {}) })
  return `${paths.referrals}?${query}`
}

type ListPageProps = {
  filter: ReferralFilter
  rows: readonly ReferralRow[]
  more: boolean
  now: Date
  /** What was looked for, when this is the answer to a search. */
  sought?: string
  error?: string
}

export function ReferralListPage({ filter, rows, more, now, sought, error }: ListPageProps) {
  return (
    <Screen title="Mijn verwijzingen" width="wide" density="professional" script error={error !== undefined}>
      <PageHeading
        actions={
          <LinkButton href={paths.refer} icon="plus">
            Cliënt verwijzen
          </LinkButton>
        }
      >
        <Heading level={1}>Mijn verwijzingen</Heading>
        <Text kind="soft">Alle zorgvragen die uw organisatie heeft ingediend.</Text>
      </PageHeading>
      {sought === undefined && error === undefined ? <turbo-stream-source src={paths.liveReferrals} /> : null}
      <PostForm action={paths.referralSearch} data-turbo="false">
        <FieldRow>
          <TextField
            name="zoek"
            label="Zoek op nummer of begin van de achternaam"
            type="search"
            width="medium"
            value={sought}
            error={error}
            required={false}
            autoComplete="off"
          />
          <Button kind="secondary" icon="search">
            Zoek
          </Button>
        </FieldRow>
      </PostForm>
      {sought === undefined ? (
        <>
          <Tabs
            label="Verwijzingen"
            items={referralGroups.map((group) => ({
              href: listAddress({ ...filter, group, page: 1 }),
              label: groupText[group],
              current: group === filter.group,
            }))}
          />
          <FilterForm action={paths.referrals} label="Verwijzingen filteren">
            <HiddenField name="groep" value={filter.group} />
            <Select
              name="periode"
              label="Ingediend"
              value={filter.period}
              required={false}
              options={referralPeriods.map((period) => ({ value: period, label: periodText[period] }))}
            />
            <Button kind="secondary">Toon</Button>
          </FilterForm>
        </>
      ) : (
        <Text>
          {rows.length === 0 ? 'Niets gevonden.' : `${rows.length} gevonden.`}{' '}
          <a className="link" href={paths.referrals}>
            Toon weer alle verwijzingen
          </a>
        </Text>
      )}
      <DataTable
        caption={sought === undefined ? groupText[filter.group] : 'Gevonden verwijzingen'}
        columns={[
          { key: 'client', label: 'Cliënt' },
          { key: 'number', label: 'Nummer' },
          { key: 'state', label: 'Stand' },
          { key: 'holder', label: 'Wie is aan zet' },
          { key: 'actBy', label: 'Antwoord vóór' },
          { key: 'date', label: 'Ontslag of start' },
          { key: 'sent', label: 'Ingediend' },
        ]}
        rows={rows.map((row) => toRow(row, now))}
        empty={
          <EmptyState title="Hier staan geen verwijzingen">
            <Text>Kies een andere periode of een ander tabblad, of verwijs een cliënt.</Text>
          </EmptyState>
        }
      />
      {sought === undefined && (filter.page > 1 || more) && (
        <Pagination
          label="Mijn verwijzingen"
          previous={filter.page > 1 ? listAddress({ ...filter, page: filter.page - 1 }) : undefined}
          next={more && filter.page < lastPage ? listAddress({ ...filter, page: filter.page + 1 }) : undefined}
          summary={`Bladzijde ${filter.page}`}
        />
      )}
    </Screen>
  )
}

function toRow(row: ReferralRow, now: Date): Row {
  const today = localDateOf(now)
  const date = row.dischargeOn ?? row.startOn
  const late = isOpen(row.state) && row.actBy !== null && row.actBy < now
  return {
    key: row.id,
    href: paths.referral(row.id),
    mark: late ? 'attention' : undefined,
    cells: {
      client: `${[row.givenName, row.familyName].filter(Boolean).join(' ')}, ${formatDate(row.birthDate)}`,
      number: formatRequestNumber(row.number),
      state: <StateTag state={row.state} />,
      holder: row.holderName && (
        <>
          {row.holderName}
          {row.holderPhone && (
            <>
              {' '}
              <a className="link" href={`tel:${row.holderPhone}`}>
                {formatPhone(row.holderPhone)}
              </a>
            </>
          )}
        </>
      ),
      actBy: isOpen(row.state) && row.actBy ? `${formatMoment(row.actBy, now)}${late ? ' (voorbij)' : ''}` : undefined,
      date: date ? formatDateShort(date, today) : undefined,
      sent: formatMoment(row.submittedAt, now),
    },
  }
}

const kinds: Partial<Record<RequestState, StatusKind>> = {
  assigned: 'good',
  started: 'good',
  withdrawn: 'neutral',
  closed: 'neutral',
  redirected: 'neutral',
}

export function StateTag({ state }: { state: RequestState }) {
  return <StatusTag kind={kinds[state] ?? 'info'} label={capital(requesterStateText[state])} />
}
