import { addDays, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { TestApp } from '#testing/app.ts'
import type { SmallRegion } from '#testing/small-region.ts'

export const whoFields = {
  familyName: 'Zonderland',
  'birthDate-day': '3',
  'birthDate-month': '4',
  'birthDate-year': '1940',
  postcode: '6811 ab',
  houseNumber: '12',
}
/** The least that is needed to send. */
export const rightFields = {
  ...whoFields,
  phone: '06 12345678',
  question: 'Hulp bij wassen na een heupoperatie.',
  careKinds: ['personal-care'],
  priority: 'within-24-hours',
  location: 'hospital',
  requesterPhone: '026 1234567',
  consent: 'told',
}
/** A day so many days from now, and as a form asks it. */
export const inDays = (days: number): LocalDate => addDays(localDateOf(new Date()), days)
export const dateFields = (name: string, date: LocalDate): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}
export const aFile = (content: Buffer | string, type = 'text/plain', name = 'brief.txt', field = 'files') => ({
  field,
  name,
  type,
  content: Buffer.from(content),
})
/** Sends the form as the transfer nurse of the hospital. */
export const sendIn =
  (region: SmallRegion, app: TestApp) =>
  async (fields: Record<string, string | string[]> = {}, files: ReturnType<typeof aFile>[] = []) => {
    const visitor = app.as(region.people.transferNurse)
    const answer = await visitor.postFiles('/verwijzen', { sentKey: newId(), ...rightFields, ...fields }, files)
    return { visitor, answer, id: /verwijzingen\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? '' }
  }
