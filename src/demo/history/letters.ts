import { followKeyOf } from '#modules/requests/follow-key.ts'
import { wordsOf } from '#modules/requests/languages/index.ts'
import { isToldByMail } from '#modules/requests/notices.nl.ts'
import { paths } from '#modules/requests/pages/paths.ts'
import type { Seal } from '#platform/seal/seal.ts'
import type { Row } from '../copy.ts'
import type { Random } from '../random.ts'
import { askedIn } from './asked-in.ts'
import type { Course } from './course.ts'

export type Sent = { id: string; number: string; linkId: string; seal: Seal; publicUrl: string }

/** The mail that the requester had of each step, with a link that works; caught, as all mail of a practice region. */
export function lettersOf(random: Random, course: Course, { id, number, linkId, seal, publicUrl }: Sent): Row[] {
  const { referrer, requester } = course.request
  const sender = course.region.people.find(({ userId }) => userId === requester.userId)
  const to = sender?.email ?? requester.email
  if (!to) return []
  const language = askedIn(course.request)
  const path = referrer ? paths.referral(id) : paths.follow(number, followKeyOf(seal, linkId), language)
  return course.entries
    .flatMap(({ at, code }) => (code !== 'routed' && isToldByMail(code) ? [{ at, code }] : []))
    .map(({ at, code }) => ({
      id: random.id(at),
      region_id: course.region.id,
      subject_id: id,
      to_address: to,
      ...wordsOf(language).letter(code, number, `${publicUrl}${path}`),
      created_at: at,
      sent_at: at,
      attempts: 1,
    }))
}
