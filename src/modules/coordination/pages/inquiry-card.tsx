import { Actions, Button, Card, HiddenField, LinkButton, PostForm, SummaryList, Text } from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { inSentence } from '#kernel/sentence.ts'
import { daypartText } from '#kernel/text.nl.ts'
import type { PartyAnswer } from '../inquiry/running.ts'
import { mayNow, type Sheet } from '../list/sheet.ts'
import { isOffer } from '../rules/inquiry.ts'
import { answerText } from '../text.nl.ts'
import { paths } from './paths.ts'

type Props = { sheet: Sheet; now: Date; query: string; reasonText: (code: string) => string }

/** Who was asked and what they said, as far as this viewer may see it, with what can be done now. */
export function InquiryCard({ sheet, now, query, reasonText }: Props) {
  const { card, inquiry, roles } = sheet
  if (!inquiry) return null
  const canChoose = mayNow('choose', sheet) && roles.includes('holder')
  return (
    <Card title={card.state === 'proposed' ? 'Aanbod' : 'Uitvraag'}>
      <Text>
        {card.state === 'proposed' && card.actBy
          ? `Kiezen kan tot ${formatMoment(card.actBy, now)}.`
          : `Antwoorden kan tot ${formatMoment(inquiry.answerBy, now)}.`}
      </Text>
      {inquiry.why === 'at-once' && card.state === 'offered' && (
        <Text kind="soft">
          Vanzelf gevraagd. Bij een nee, of geen antwoord op tijd, gaat de zorgvraag meteen verder.
        </Text>
      )}
      <SummaryList
        rows={inquiry.answers.map((answer) => ({
          key: answer.organizationId,
          label: answer.organizationName,
          value: (
            <>
              <Text>{saidWords(answer, reasonText)}</Text>
              {canChoose && isOffer(answer) && answer.answer !== 'part' && (
                <PostForm action={paths.choose(card.id) + query} inline>
                  <HiddenField name="organisatie" value={answer.organizationId} />
                  <Button small what={answer.organizationName}>
                    Kies
                  </Button>
                </PostForm>
              )}
            </>
          ),
        }))}
      />
      <Actions>
        {mayNow('answer', sheet) && <LinkButton href={paths.answer(card.id) + query}>Antwoord geven</LinkButton>}
        {mayNow('stop-asking', sheet) && (
          <PostForm action={paths.stopAsking(card.id) + query} inline>
            <Button kind="secondary">Stop de uitvraag</Button>
          </PostForm>
        )}
      </Actions>
    </Card>
  )
}

function saidWords(said: PartyAnswer, reasonText: (code: string) => string): string {
  if (!said.answer) return said.askedAgainAt ? 'moet de nieuwe datum nog bevestigen' : 'nog geen antwoord'
  const words = [
    answerText[said.answer].told,
    said.startOn && `vanaf ${formatDate(said.startOn)}`,
    said.dayparts.length > 0 && inSentence(said.dayparts.map((part) => daypartText[part])),
    said.reason && reasonText(said.reason).toLowerCase(),
  ].filter(Boolean)
  return words.join(': ') + (said.remark ? `. ‘${said.remark}’` : '')
}
