import { DataTable, Heading, Lines, Link, LinkButton, Screen, StatusTag, Text } from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import type { Accepted } from '../../proposal/accepting.ts'
import { commandText } from '../../text.nl.ts'
import { paths } from '../paths.ts'

type Props = { teamId: string; accepted: readonly Accepted[]; ticked: readonly string[] | 'all' }

/** What could not be followed, with why; what could, is done. */
export function NotAcceptedPage({ teamId, accepted, ticked }: Props) {
  const done = accepted.filter((one) => one.done !== undefined).length
  return (
    <Screen
      title="Niet alles is overgenomen"
      width="wide"
      density="professional"
      script
      back={{ href: matchingPaths.divisionOf(teamId), label: 'Terug naar het voorstel' }}
    >
      <Heading level={1}>{done > 0 ? 'Niet alles is overgenomen' : 'Er is niets overgenomen'}</Heading>
      {accepted.length === 0 ? (
        <Text>
          {ticked !== 'all' && ticked.length === 0
            ? 'U vinkte niets aan.'
            : 'Er is intussen een nieuwer voorstel. Bekijk dat eerst.'}
        </Text>
      ) : (
        <DataTable
          caption="Wat er met elke zorgvraag gebeurde"
          captionHidden
          columns={[
            { key: 'request', label: 'Zorgvraag', nowrap: true },
            { key: 'team', label: 'Voorstel' },
            { key: 'done', label: 'Wat er gebeurde' },
          ]}
          rows={accepted.map((one) => ({
            key: one.requestId,
            mark: one.done ? undefined : 'attention',
            cells: {
              request: one.number ? (
                <Link href={paths.request(one.requestId)}>{formatRequestNumber(one.number)}</Link>
              ) : (
                'Niet meer op uw lijst'
              ),
              team: <Lines first={one.teamName} then={[one.organizationName]} />,
              done: <Done one={one} />,
            },
          }))}
        />
      )}
      <LinkButton href={matchingPaths.divisionOf(teamId)}>Terug naar het voorstel</LinkButton>
    </Screen>
  )
}

function Done({ one: { done, refusal } }: { one: Accepted }) {
  if (done === 'taken') return <StatusTag kind="good" label="Genomen" />
  if (done === 'assigned') return <StatusTag kind="good" label="Toegewezen: wacht op bevestiging" />
  return <Text>{refusal === undefined || refusal === 'not-there' ? notThere : commandText(refusal)}</Text>
}

const notThere = 'Deze zorgvraag staat niet meer op uw lijst.'
