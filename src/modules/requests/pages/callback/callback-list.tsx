import {
  Button,
  DataTable,
  EmptyState,
  Heading,
  Link,
  PageHeading,
  PostForm,
  Screen,
  StatusTag,
  Text,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { Callback } from '../../callbacks.ts'
import { paths } from '../paths.ts'
import { callbackMomentText } from './callback-form.tsx'

type CallbackListProps = { open: Callback[]; called: Callback[]; now: Date }

/** The desk's list: who waits for a call, the most pressing first. */
export function CallbackList({ open, called, now }: CallbackListProps) {
  return (
    <Screen title="Terugbelverzoeken" width="wide" density="professional" script>
      <PageHeading>
        <Heading level={1}>Terugbelverzoeken</Heading>
      </PageHeading>
      {open.length === 0 ? (
        <EmptyState title="Niemand wacht op een telefoontje">
          <Text>Nieuwe verzoeken van het formulier “Bel mij terug” komen hier vanzelf te staan.</Text>
        </EmptyState>
      ) : (
        <DataTable
          caption={`${open.length} ${open.length === 1 ? 'verzoek' : 'verzoeken'}, het dringendste eerst`}
          columns={[
            { key: 'by', label: 'Bellen vóór' },
            { key: 'name', label: 'Naam' },
            { key: 'phone', label: 'Telefoon' },
            { key: 'moment', label: 'Wanneer' },
            { key: 'note', label: 'Vertelde alvast' },
            { key: 'done', label: 'Gedaan' },
          ]}
          rows={open.map((callback) => ({
            key: callback.id,
            cells: {
              by: <By callback={callback} now={now} />,
              name: callback.name,
              phone: <Link href={`tel:${callback.phone}`}>{formatPhone(callback.phone)}</Link>,
              moment: callbackMomentText[callback.moment],
              note: callback.note,
              done: (
                <PostForm action={paths.callbackCalled(callback.id)} inline>
                  <Button kind="secondary" small what={callback.name}>
                    Gebeld
                  </Button>
                </PostForm>
              ),
            },
          }))}
        />
      )}
      {called.length > 0 && (
        <>
          <Heading level={2}>Gebeld in de afgelopen week</Heading>
          <DataTable
            caption="Gebeld"
            columns={[
              { key: 'at', label: 'Gebeld' },
              { key: 'name', label: 'Naam' },
              { key: 'phone', label: 'Telefoon' },
            ]}
            rows={called.map((callback) => ({
              key: callback.id,
              cells: {
                at: callback.calledAt ? formatMoment(callback.calledAt, now) : '',
                name: callback.name,
                phone: formatPhone(callback.phone),
              },
            }))}
          />
        </>
      )}
    </Screen>
  )
}

function By({ callback, now }: { callback: Callback; now: Date }) {
  const moment = formatMoment(callback.actBy, now)
  return callback.actBy < now ? <StatusTag kind="urgent" label={`te laat: ${moment}`} /> : moment
}
