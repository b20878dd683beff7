import { sql } from 'kysely'
import { addDays, formatTime, type LocalDate, localDateOf, localTimeOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { isEmail } from '#kernel/email.ts'
import type { Light } from '#kernel/lights.ts'
import { isFirstTime } from '#platform/database/once.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { weekPath } from './pages/paths.ts'
import { endOf } from './rules/cell.ts'
import { askBeforeHours, type Expiry, freshUntil, goesStaleWithin } from './rules/light.ts'
import { expiryQuery, toExpiry } from './settings.ts'

/** Nobody is asked at night. */
const awake = { from: '07:00', to: '20:00' }

type Row = {
  teamId: string
  teamName: string
  on: LocalDate
  daypart: Daypart
  light: Light
  setAt: Date
  until: Date | null
  setByEmail: string | null
  organizationEmail: string | null
}

/** Writes to whoever set lights that soon turn grey, once a day per team. Answers how many letters there are. */
export function remindOfLights(scope: Scope): Promise<number> {
  const now = scope.now()
  const time = localTimeOf(now)
  if (time < awake.from || time >= awake.to) return Promise.resolve(0)
  return inTransaction(scope, async (tx) => {
    const { rows: setting } = await tx.db.executeQuery(expiryQuery().compile())
    const expiry = toExpiry(setting)
    const rows = (await listNear(tx, localDateOf(now))).filter((row) => isDue(row, now, expiry))
    let letters = 0
    for (const teamId of new Set(rows.map((row) => row.teamId))) {
      const ofTeam = rows.filter((row) => row.teamId === teamId)
      if (await isFirstTime(tx, 'remind-of-lights', `${teamId}:${localDateOf(now)}`))
        letters += await write(tx, ofTeam, expiry)
    }
    return letters
  })
}

/** It still counts, soon no more, and before its daypart is over. */
function isDue(row: Row, now: Date, expiry: Expiry): boolean {
  return goesStaleWithin(askBeforeHours, row, row.on, now, expiry) && freshUntil(row, row.on, expiry) < endOf(row)
}

async function listNear(tx: Tx, today: LocalDate): Promise<Row[]> {
  return tx.db
    .selectFrom('capacity.light as l')
    .innerJoin('organizations.team as t', 't.id', 'l.team_id')
    .innerJoin('organizations.organization as o', 'o.id', 'l.organization_id')
    .leftJoin('people.user_account as u', (join) => join.onRef('u.id', '=', 'l.set_by').on('u.active', '=', true))
    .select([
      'l.team_id as teamId',
      't.name as teamName',
      'l.light_on as on',
      sql<Daypart>`l.daypart`.as('daypart'),
      sql<Light>`l.light`.as('light'),
      'l.set_at as setAt',
      'l.until_at as until',
      'u.email as setByEmail',
      'o.email as organizationEmail',
    ])
    .where('l.region_id', '=', tx.scope.actor.regionId)
    .where('l.light_on', 'in', [today, addDays(today, 1)])
    .where('l.light', '<>', 'unknown')
    .where('t.active', '=', true)
    .execute()
}

async function write(tx: Tx, rows: readonly Row[], expiry: Expiry): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const ends = rows.map((row) => freshUntil(row, row.on, expiry).getTime())
  const own = [...new Set(rows.flatMap(({ setByEmail }) => setByEmail ?? []))]
  const addresses = (own.length > 0 ? own : [first.organizationEmail ?? '']).filter(isEmail)
  const time = formatTime(new Date(Math.min(...ends)))
  for (const to of addresses)
    await post(tx, {
      to,
      subjectId: first.teamId,
      subject: `Klopt het stoplicht van ${first.teamName} nog?`,
      body: `Beste collega,\n\nHet stoplicht van ${first.teamName} is om ${time} te oud. Daarna staat het voor anderen op ‘niet opgegeven’.\n\nKlopt het nog? Bevestig het met één knop:\n${tx.scope.publicUrl}${weekPath(first.teamId)}\n`,
    })
  return addresses.length
}
