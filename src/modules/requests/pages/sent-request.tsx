import { DataTable, Heading, Link, SummaryList, Text, Timeline } from '#design/index.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { HistoryLine } from '../history.ts'
import { useLanguage, type Words } from '../languages/index.ts'
import type { Look, Requested, RequestedDetails } from '../requested.ts'
import { isOpen } from '../rules/life.ts'
import { InDutch } from './in-dutch.tsx'

/** Who answers for it now, with the number to call, and by when. */
export function HolderRows({ request, now }: { request: Requested; now: Date }) {
  const { words, dates } = useLanguage()
  const { follow } = words
  const { holder, actBy, state } = request
  if (!holder) return null
  return (
    <SummaryList
      rows={[
        { label: holderLabel(follow, request), value: <InDutch>{holder.name}</InDutch> },
        ...(holder.phone
          ? [
              {
                label: follow.phone,
                value: (
                  <>
                    <Link href={`tel:${holder.phone}`}>{formatPhone(holder.phone)}</Link>
                    {holder.hours && (
                      <>
                        {' '}
                        (<InDutch>{holder.hours}</InDutch>)
                      </>
                    )}
                  </>
                ),
              },
            ]
          : []),
        ...(isOpen(state) && actBy
          ? [
              {
                label: actByLabel(follow, request),
                value: actBy < now ? follow.behind(dates.moment(actBy, now)) : dates.moment(actBy, now),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Nobody is busy with what was withdrawn or sent elsewhere; there is still a number to call. */
function holderLabel(words: Words['follow'], { holder, state }: Requested): string {
  if (holder?.isTaker) return words.giver
  return isOpen(state) ? words.holder : words.afterwards
}

/** What is over by then: of who was asked only their answer, which may be a no. */
function actByLabel(words: Words['follow'], { holder, state }: Requested): string {
  if (holder?.isTaker) return words.startConfirmedBefore
  return state === 'offered' ? words.askedAnswerBefore : words.answerBefore
}

/** Who gives which part of a divided request, with the number to call. */
export function PartRows({ request: { parts, splitBy } }: { request: Requested }) {
  const { words, dates } = useLanguage()
  const { follow } = words
  if (!parts || parts.length === 0) return null
  return (
    <>
      <Text>{follow.parts}</Text>
      <SummaryList
        rows={parts.map((part) => ({
          key: part.id,
          label: follow.part(part, splitBy),
          value: (
            <>
              <Text>{part.takerName ?? follow.noTakerYet}</Text>
              {part.takerPhone && <Link href={`tel:${part.takerPhone}`}>{formatPhone(part.takerPhone)}</Link>}
              {part.keepsOverview && part.takerName && <Text kind="small">{follow.keepsOverview}</Text>}
              {part.startedOn ? (
                <Text kind="small">{follow.begunOn(dates.date(part.startedOn))}</Text>
              ) : (
                part.startsOn && <Text kind="small">{follow.beginsOn(dates.date(part.startsOn))}</Text>
              )}
            </>
          ),
        }))}
      />
    </>
  )
}

/** What happened so far, the newest on top. */
export function History({ lines, now }: { lines: readonly HistoryLine[]; now: Date }) {
  const { words, dates } = useLanguage()
  const items = lines.toReversed().map((line, position) => {
    const { title, more } = words.follow.history(line, now)
    return {
      key: line.id,
      at: dates.moment(line.at, now),
      dateTime: line.at.toISOString(),
      title,
      current: position === 0,
      children: more && <Text>{more}</Text>,
    }
  })
  return <Timeline items={items} />
}

export function Supplements({ items, now }: { items: RequestedDetails['supplements']; now: Date }) {
  const { words, dates } = useLanguage()
  if (items.length === 0) return null
  return (
    <section>
      <Heading level={3}>{words.follow.supplements}</Heading>
      <SummaryList
        rows={items.map(({ id, at, byName, text }) => ({
          key: id,
          label: [dates.moment(at, now), byName].filter(Boolean).join(', '),
          value: text,
        }))}
      />
    </section>
  )
}

/** Organisation and role of everyone who looked or changed something (NEN 7513). */
export function WhoLooked({ looks, now }: { looks: readonly Look[]; now: Date }) {
  const { words, dates } = useLanguage()
  const { lookTable, look: wordsOfLook, nobodyLooked } = words.follow
  return (
    <DataTable
      caption={lookTable.caption}
      captionHidden
      columns={[
        { key: 'who', label: lookTable.who },
        { key: 'what', label: lookTable.what },
        { key: 'at', label: lookTable.at },
      ]}
      rows={looks.map((look, position) => {
        const { who, what } = wordsOfLook(look)
        return { key: `${position}`, cells: { who, what, at: dates.moment(look.at, now) } }
      })}
      empty={<Text>{nobodyLooked}</Text>}
    />
  )
}
