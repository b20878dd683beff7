import type { Client } from 'pg'
import { localDateOf, localTimeOf } from '#kernel/dates.ts'
import type { Seal } from '#platform/seal/seal.ts'
import { copyRows, type Row } from '../copy.ts'
import type { InventedRequest } from '../history/cards.ts'
import { Course } from '../history/course.ts'
import { lettersOf } from '../history/letters.ts'
import { requestNumber } from '../history/make-history.ts'
import { between } from '../history/past.ts'
import { inventPerson } from '../history/persons.ts'
import { addRowsOf, historyTables, noRows } from '../history/rows.ts'
import { inventOpen, type OpenNow } from '../history/today.ts'
import type { Random } from '../random.ts'
import type { PracticeRegion } from '../region/practice-region.ts'

/** One of the two regions, with what a requester reads of it. */
export type Side = { region: PracticeRegion; name: string; publicUrl: string }
type Setting = { from: Side; to: Side; now: Date; seal: Seal; before: number }

const hourLength = 3_600_000
/** Handed over by day; at some moments of the clock there is no other day to choose from. */
const triesByDay = 100
const tries = 200

/** Who went to live elsewhere: one waits there, of the other somebody over there took it. */
const meant: readonly (OpenNow & { taken: boolean })[] = [
  { team: 'arnhem-centrum', shape: 'new', source: 'hospital', taken: false },
  {
    team: 'arnhem-centrum',
    shape: 'new',
    source: 'informal-carer',
    wishes: { careKind: 'personal-care' },
    taken: true,
  },
]
export const wentOver = meant.length

/**
 * Requests that the first region handed over to the second, as the product writes them: ended here, with where it went; there
 * a new one, with where it came from.
 *
 * @param before how many requests there are already: a number is given once
 */
export async function handOver(client: Client, random: Random, setting: Setting): Promise<void> {
  const { from, to, seal, before } = setting
  const [rows, passed] = [noRows(), [] as Row[]]
  const write = (side: Side, course: Course, number: string) => {
    const peopleById = new Map(side.region.people.map((person) => [person.userId, person]))
    const sent = addRowsOf(rows, course, number, { random, seal, peopleById })
    const letters = lettersOf(random, course, { ...sent, number, seal, publicUrl: side.publicUrl })
    rows['platform.mail'].push(...letters)
    return sent
  }
  for (const [place, one] of meant.entries()) {
    const [hereNumber, thereNumber] = [requestNumber(before + 2 * place), requestNumber(before + 2 * place + 1)]
    const went = live(random, setting, one, hereNumber, before + 2 * place)
    if (!went) continue
    const { here, there } = went
    const at = there.request.sentAt
    const holder = from.region.people.find(({ role, teamIds }) => role === 'nurse' && teamIds.includes(here.teamId))
    here.passOn(at, to.name, thereNumber, holder)
    const { id } = write(from, here, hereNumber)
    const { id: thereId, linkId } = write(to, there, thereNumber)
    const consent = {
      given_at: at,
      given_by: one.source === 'hospital' ? 'client' : 'informal-carer',
      text_version: 'andere-regio-2026-11',
    }
    rows['requests.consent'] = rows['requests.consent'].flatMap((row) => {
      if (row.request_id === thereId) return [{ ...row, ...consent, scope: [...scopeOf(row), 'other-region'] }]
      if (row.request_id !== id) return [row]
      return [row, { ...row, ...consent, id: random.id(at), scope: ['other-region'] }]
    })
    passed.push({
      request_id: id,
      region_id: from.region.id,
      to_region_id: to.region.id,
      to_region_name: to.name,
      to_number: thereNumber,
      to_link_id: linkId,
      passed_at: at,
    })
  }
  for (const table of historyTables) await copyRows(client, table, rows[table])
  await copyRows(client, 'requests.passed_on', passed)
}

const scopeOf = (row: Row) => row.scope as readonly string[]

/** Both lives up to now, with enough time left over there; nothing when chance found none, so that a region is made at any hour. */
function live(
  random: Random,
  { from, to, now }: Setting,
  one: (typeof meant)[number],
  hereNumber: string,
  count: number,
) {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const here = inventOpen(random, from.region, one, now, count)
    const latest = new Date(now.getTime() - (one.taken ? 4 : 0.2) * hourLength)
    if (here.request.sentAt >= latest) continue
    const at = between(random, here.request.sentAt, latest)
    if (attempt < triesByDay && !isByDay(at)) continue
    const there = new Course(to.region, askedThere(random, { from, to }, here.request, at, count))
    there.cameFrom(from.name, hereNumber)
    if (one.taken && !takeThere(random, there, now)) continue
    if (there.actBy && there.actBy.getTime() > now.getTime() + 2 * hourLength) return { here, there }
  }
  return undefined
}

const isByDay = (at: Date) => localTimeOf(at) >= '08:00' && localTimeOf(at) < '18:00'

function takeThere(random: Random, there: Course, now: Date): boolean {
  const { region, request } = there
  const at = between(random, request.sentAt, new Date(now.getTime() - hourLength))
  const provider = region.providers.find(({ pc4s }) => pc4s.has(request.person.pc4))
  if (!provider || there.startOn <= localDateOf(now) || !isByDay(at)) return false
  there.take(
    at,
    provider,
    provider.people.find(({ role }) => role === 'nurse'),
  )
  return true
}

/** The same question at another address; whom the client hoped for does not work there, and who sent it has no account there. */
function askedThere(
  random: Random,
  { from, to }: Pick<Setting, 'from' | 'to'>,
  request: InventedRequest,
  sentAt: Date,
  count: number,
): InventedRequest {
  const { postcode, houseNumber, street, place, pc4 } = inventPerson(
    random,
    to.region.postcodes,
    localDateOf(sentAt),
    count,
  )
  const { referrer, channel } = request
  const sender = from.region.people.find(({ userId }) => userId === request.requester.userId)
  const { userId: _, ...requester } = request.requester
  const names = [requester.name ?? sender?.name, referrer?.name].filter(Boolean)
  return {
    ...request,
    sentAt,
    channel: to.region.wayOfWorking.channels.includes(channel) ? channel : 'portal',
    person: { ...request.person, postcode, houseNumber, street, place, pc4 },
    referrer: undefined,
    requester: referrer
      ? {
          ...requester,
          name: names.join(', '),
          phone: requester.phone ?? referrer.phone,
          email: sender?.email ?? requester.email ?? referrer.email,
        }
      : requester,
    preferred: undefined,
    existing: undefined,
  }
}
