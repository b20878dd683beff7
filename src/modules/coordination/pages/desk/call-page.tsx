import {
  Actions,
  Button,
  Card,
  Columns,
  ErrorSummary,
  Heading,
  Link,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Stack,
  Text,
  TextField,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { CallSheet } from '../../desk/calls.ts'
import { paths } from '../paths.ts'
import { CallerFields } from './call-form.tsx'
import { deskPaths } from './paths.ts'
import { PromiseList } from './promise-list.tsx'

type Props = { sheet: CallSheet; now: Date; saved?: boolean; values?: FormValues; errors?: FieldErrors }

/** One call: what was said, what was promised, and the request that it became or was about. */
export function CallPage({ sheet: { call, promises }, now, saved, values, errors = {} }: Props) {
  const known: FormValues = {
    callerName: call.callerName,
    callerKind: call.callerKind,
    callerPhone: call.callerPhone ? formatPhone(call.callerPhone) : '',
    note: call.note,
  }
  const { one } = fieldsOf(values ?? {}, errors)
  const open = promises.filter(({ doneAt }) => doneAt === null)
  return (
    <Screen
      title="Gesprek"
      width="wide"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: deskPaths.board, label: 'Balie' }}
    >
      <ErrorSummary errors={errors} />
      {saved && (
        <Notice kind="good" title="Het gesprek is bewaard">
          <Text>U kunt het hier nog aanvullen.</Text>
        </Notice>
      )}
      <PageHeading
        actions={
          call.requestId ? undefined : (
            <LinkButton icon="clipboard-list" href={deskPaths.intake(call.id)}>
              {call.intakeKeptAt ? 'Ga verder met de zorgvraag' : 'Maak er een zorgvraag van'}
            </LinkButton>
          )
        }
      >
        <Heading level={1} caption={`Gesprek van ${formatMoment(call.takenAt, now)}`}>
          {call.callerName}
        </Heading>
        <Text kind="soft">
          Aangenomen door {call.takenByName}, {call.deskName}
        </Text>
      </PageHeading>
      <Columns kind="main-aside">
        <Card title="Wat er is gezegd">
          <PostForm action={deskPaths.call(call.id)}>
            <CallerFields values={values?.callerName === undefined ? known : values} errors={errors} />
            <Actions>
              <Button kind="secondary">Bewaar</Button>
            </Actions>
          </PostForm>
        </Card>
        <Stack>
          <Card title="Beloofd">
            <Stack gap="small">
              {open.length > 0 && <PromiseList promises={open} now={now} inCall />}
              <PostForm action={deskPaths.promise(call.id)}>
                <TextField
                  label="Wij bellen terug vóór"
                  hint="Zoals 14:00."
                  width="short"
                  inputMode="numeric"
                  autoComplete="off"
                  {...one('before')}
                />
                <TextField label="Wat is beloofd?" maxLength={200} optional {...one('promise')} />
                <Button kind="secondary">Zet op de lijst</Button>
              </PostForm>
            </Stack>
          </Card>
          <Card title="Bij welke zorgvraag?">
            {call.requestId ? (
              <Text>
                Dit gesprek hoort bij een zorgvraag.{' '}
                {call.seenRequestId ? (
                  <Link href={paths.request(call.seenRequestId)}>Bekijk de zorgvraag</Link>
                ) : (
                  'Die ligt nu bij een ander.'
                )}
              </Text>
            ) : (
              <PostForm action={deskPaths.linkCall(call.id)}>
                <TextField
                  label="Nummer van de zorgvraag"
                  hint="Acht tekens, zoals de beller het voorleest."
                  width="medium"
                  autoComplete="off"
                  {...one('number')}
                />
                <Actions>
                  <Button kind="secondary">Koppel</Button>
                  <LinkButton kind="quiet" icon="search" href={deskPaths.search}>
                    Zoek op cliënt
                  </LinkButton>
                </Actions>
              </PostForm>
            )}
          </Card>
        </Stack>
      </Columns>
    </Screen>
  )
}
