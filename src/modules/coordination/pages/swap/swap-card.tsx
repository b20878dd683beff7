import { Actions, Button, Card, LinkButton, PostForm, Text } from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { partWords } from '#modules/requests/index.ts'
import { mayNow, type Sheet } from '../../list/sheet.ts'
import { paths } from '../paths.ts'

type Props = { sheet: Sheet; now: Date; query: string }

/** A client who may go over to another organisation: who asks whom, until when, and what this viewer can say to it. */
export function SwapCard({ sheet, now, query }: Props) {
  const { card, swap, organizationId } = sheet
  if (!swap) return null
  const part = card.parts?.find(({ id }) => id === swap.partId)
  const what = part ? `het deel ${partWords(part, card.splitBy).toLowerCase()}` : 'deze zorg'
  const mine = swap.toId === organizationId
  return (
    <Card title={mine ? 'Kunt u deze cliënt overnemen?' : 'Overdragen gevraagd'}>
      <Text>
        {mine
          ? `${swap.fromName} vraagt of uw organisatie ${what} overneemt.`
          : `${swap.fromName} vraagt of ${swap.toName} ${what} overneemt.`}
        {swap.takesOverOn && ` Vanaf ${formatDate(swap.takesOverOn)}.`}
      </Text>
      {swap.remark && <Text>‘{swap.remark}’</Text>}
      <Text kind="soft">
        Antwoord uiterlijk {formatMoment(swap.answerBy, now)}. Tot er ja is gezegd, blijft {swap.fromName} de zorg
        geven.
        {mine && ' Zegt u ja, dan ziet u om wie het gaat.'}
      </Text>
      <Actions>
        {mayNow('accept-swap', sheet) && (
          <PostForm action={paths.acceptSwap(card.id) + query} inline>
            <Button icon="check">Ja, wij nemen over</Button>
          </PostForm>
        )}
        {mayNow('refuse-swap', sheet) && (
          <LinkButton kind="secondary" href={paths.refuseSwap(card.id) + query}>
            Nee, wij kunnen niet
          </LinkButton>
        )}
        {swap.fromId === organizationId && mayNow('take-back-swap', sheet) && (
          <PostForm action={paths.takeBackSwap(card.id) + query} inline>
            <Button kind="secondary">Trek de vraag in</Button>
          </PostForm>
        )}
      </Actions>
    </Card>
  )
}
