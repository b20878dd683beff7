import { localTimeOf } from '#kernel/dates.ts'
import { actByAfterEscalation } from '#modules/regions/index.ts'
import type { Row } from '../copy.ts'
import type { Random } from '../random.ts'
import type { PracticeRegion } from '../region/practice-region.ts'

/** Who asked the desk to call: the first few wait, the others were called. */
const asked = [
  { name: 'Mevrouw Blankers', moment: 'morning', note: 'Ik wil weten of mijn buurvrouw ook hulp kan krijgen.' },
  { name: 'Henk Loman', moment: 'any', note: 'Invullen op de computer lukt mij niet.' },
  { name: 'Dhr. Aydoğan', moment: 'afternoon', note: 'Graag iemand die Turks spreekt.' },
  { name: 'Mevrouw Welling', moment: 'any', note: '' },
  { name: 'Wilma Kersten', moment: 'morning', note: 'Mijn vader komt morgen thuis uit het ziekenhuis.' },
  { name: 'Mevrouw Siahaya', moment: 'any', note: 'Vraag over de eigen bijdrage.' },
  { name: 'Theo Jolink', moment: 'afternoon', note: '' },
] as const
const waiting = 3
const hourLength = 3_600_000

export function callbacksOf(random: Random, region: PracticeRegion, now: Date): Row[] {
  const callers = region.people.filter(({ teamIds }) => teamIds.includes(region.deskId))
  return asked.map(({ name, moment, note }, place) => {
    const isWaiting = place < waiting
    const at = byDay(new Date(now.getTime() - (isWaiting ? 0.4 + place * 2.1 : 20 + place * 11) * hourLength))
    return {
      id: random.id(at),
      region_id: region.id,
      sent_key: random.id(at),
      coordinating_team_id: region.deskId,
      name,
      phone: `+3160000${random.whole(2000, 9999)}`,
      moment,
      note,
      asked_at: at,
      act_by: actByAfterEscalation(region.wayOfWorking, at),
      called_at: isWaiting ? null : new Date(at.getTime() + random.around(1.5, 0.5) * hourLength),
      called_by: isWaiting ? null : random.pick(callers).userId,
    }
  })
}

/** At night nobody fills in a form to be called: then it was the evening before. */
function byDay(at: Date): Date {
  const hour = Number(localTimeOf(at).slice(0, 2))
  return hour < 7 ? new Date(at.getTime() - (hour + 2) * hourLength) : at
}
