import { Actions, Button, DataTable, Heading, HiddenField, Lines, Link, PostForm, Select, Text } from '#design/index.ts'
import { formatDateShort, localDateOf } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { OtherDecision } from '../deciding.ts'
import { paths } from './paths.ts'

type Props = { teamId: string; decisions: readonly OtherDecision[]; why: readonly Reason[] }

/** What was decided otherwise than advised, and why: the advice gets better of it, and nobody has to remember. */
export function Otherwise({ teamId, decisions, why }: Props) {
  if (decisions.length === 0) return null
  return (
    <section id="anders">
      <Heading level={2}>Anders besloten dan het advies</Heading>
      <Text kind="soft">
        U beslist; het advies kent niet alles. Waarom het anders ging, helpt de regio om het advies beter te maken.
      </Text>
      <PostForm action={paths.explainDecision}>
        <HiddenField name="team" value={teamId} />
        <DataTable
          caption="Besluiten van de laatste twee weken die anders zijn dan het advies"
          captionHidden
          columns={[
            { key: 'request', label: 'Zorgvraag', nowrap: true },
            { key: 'advised', label: 'Advies' },
            { key: 'decided', label: 'Besloten' },
            { key: 'why', label: 'Waarom' },
          ]}
          rows={decisions.map((one) => ({
            key: one.id,
            cells: {
              request: <Link href={`/zorgvragen/${one.requestId}`}>{formatRequestNumber(one.number)}</Link>,
              advised: one.advised ?? 'open laten',
              decided: (
                <Lines
                  first={one.decided}
                  then={[`${formatDateShort(localDateOf(one.decidedAt))}, ${one.decidedByName}`]}
                />
              ),
              why: <WhyField one={one} why={why} />,
            },
          }))}
        />
        <Actions>
          <Button kind="secondary">Bewaar waarom</Button>
        </Actions>
      </PostForm>
    </section>
  )
}

function WhyField({ one, why }: { one: OtherDecision; why: readonly Reason[] }) {
  return (
    <Select
      name={`waarom-${one.id}`}
      label={`Waarom anders bij ${formatRequestNumber(one.number)}`}
      hint={one.reasonByName ? `Gezegd door ${one.reasonByName}` : undefined}
      required={false}
      value={one.reason ?? ''}
      options={[
        { value: '', label: 'Nog niet gezegd' },
        ...why.map(({ code, label }) => ({ value: code, label })),
        // What was chosen may have been taken from the list of the region since.
        ...(one.reason && why.every(({ code }) => code !== one.reason)
          ? [{ value: one.reason, label: one.reason }]
          : []),
      ]}
    />
  )
}
