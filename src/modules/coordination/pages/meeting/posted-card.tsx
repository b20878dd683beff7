import { Actions, Button, Card, Checkboxes, Link, PostForm, Text } from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { careWords, startWords } from '#modules/requests/index.ts'
import type { PostedRow, RoundPage } from '../../meeting/answering.ts'
import { isPosting } from '../../rules/meeting/round.ts'
import { paths } from '../paths.ts'
import { meetingPaths } from './paths.ts'

type Props = {
  posted: readonly PostedRow[]
  round: RoundPage['round']
  placeOf: (pc4: string) => string
  now: Date
}

/** For who holds requests: what goes into this round, and how far the answers are. */
export function PostedCard({ posted, placeOf, now, round }: Props) {
  const open = posted.filter(({ state }) => state === 'listed')
  const out = posted.filter(({ state }) => state !== 'listed')
  const wordsOf = (row: PostedRow) => `${careWords(row)}, ${row.pc4} ${placeOf(row.pc4)}. ${startWords(row, now)}`
  return (
    <Card title={round ? 'Van uw team in deze ronde' : 'Van uw team'}>
      {out.map((row) => (
        <Text key={row.id}>
          <Link href={paths.request(row.id)}>{formatRequestNumber(row.number)}</Link> {wordsOf(row)}: {row.answered} van{' '}
          {row.asked} antwoordden.
        </Text>
      ))}
      {open.length > 0 && (
        <PostForm action={meetingPaths.post}>
          <Checkboxes
            name="plaats"
            legend={round ? 'Plaats in de ronde' : 'Vraag alle organisaties'}
            hint={round && !isPosting(round, now) ? 'Dit gaat mee in de volgende ronde.' : undefined}
            options={open.map((row) => ({
              value: row.id,
              label: `${formatRequestNumber(row.number)} ${wordsOf(row)}`,
            }))}
          />
          <Actions>
            <Button kind="secondary">{round ? 'Plaats' : 'Vraag'}</Button>
          </Actions>
        </PostForm>
      )}
    </Card>
  )
}
