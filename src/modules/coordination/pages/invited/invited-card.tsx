import { Button, Card, HiddenField, PostForm, SummaryList, Text } from '#design/index.ts'
import { formatDate } from '#kernel/dates.ts'
import { mayNow, type Sheet } from '../../list/sheet.ts'
import type { InvitedScope } from '../../rules/invited/inviting.ts'
import { invitedPaths } from './paths.ts'
import { invitedKindText, scopeText } from './words.nl.ts'

/** Who looks along by invitation, what they see, and a way to end it. */
export function InvitedCard({ sheet, query }: { sheet: Sheet; query: string }) {
  const { card, invited } = sheet
  if (invited.length === 0) return null
  const may = mayNow('invite', sheet)
  return (
    <Card title="Kijkt mee op uitnodiging">
      <SummaryList
        rows={invited.map(({ id, name, kind, scope, untilOn, firstSeenAt }) => ({
          key: id,
          label: name,
          value: (
            <>
              <Text>
                {invitedKindText[kind]}, tot en met {formatDate(untilOn)}.{' '}
                {firstSeenAt ? 'Heeft gekeken.' : 'Nog niet gekeken.'}
              </Text>
              <Text kind="small">
                Ziet: {scope.map((one) => scopeText[one as InvitedScope].label.toLowerCase()).join('; ')}.
              </Text>
              {may && (
                <PostForm action={invitedPaths.revoke(card.id) + query} inline>
                  <HiddenField name="uitnodiging" value={id} />
                  <Button small kind="secondary" what={name}>
                    Trek in
                  </Button>
                </PostForm>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}
