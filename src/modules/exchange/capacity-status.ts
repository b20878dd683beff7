import type { Extension } from 'fhir/r4'
import { localDateOf } from '#kernel/dates.ts'
import type { Light } from '#kernel/lights.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import { isPast, type LightRow, selectLights } from '#modules/capacity/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'

/**
 * The light of a team as the extension of HL7 SDOH Clinical Care 3.0.0 (draft, maturity 0). All that knows this extension is in this
 * file. It says what counts today from now on; who may not see the lights of a team reads the team without it.
 */
export async function capacityOf(scope: Scope, teamIds: readonly string[]): Promise<Map<string, Extension[]>> {
  if (teamIds.length === 0) return new Map()
  const today = localDateOf(scope.now())
  const { lights } = await read(scope, {
    lights: selectLights(scope, today, today)
      .where('l.team_id', 'in', [...teamIds])
      .where('l.care_kind', '=', ''),
  })
  const left = lights.filter(({ on, daypart, light }) => light !== 'unknown' && !isPast({ on, daypart }, scope.now()))
  return new Map(
    teamIds.flatMap((id): [string, Extension[]][] => {
      const own = left.filter(({ teamId }) => teamId === id)
      return own.length === 0 ? [] : [[id, toExtensions(own)]]
    }),
  )
}

const url =
  'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-ExtensionHealthcareServiceCapacityStatus'
const system = 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes'
const ownSystem = 'urn:wijkpoort:light'
/** The value set is extensible: it has no word for "in consultation". */
const codes: Record<Exclude<Light, 'unknown'>, { system: string; code: string }> = {
  green: { system, code: 'capacity' },
  amber: { system: ownSystem, code: 'amber' },
  red: { system, code: 'no-capacity' },
}
const fromBest = ['green', 'amber', 'red'] as const

export function toExtensions(lights: readonly Pick<LightRow, 'daypart' | 'light' | 'setAt'>[]): Extension[] {
  const best = fromBest.find((one) => lights.some(({ light }) => light === one)) ?? 'red'
  const setAt = new Date(Math.max(...lights.map(({ setAt: moment }) => moment.getTime())))
  const notes = lights.map(({ daypart, light }) => `${daypartText[daypart]}: ${lightText[light]}`).join(', ')
  return [
    {
      url,
      extension: [
        { url: 'capacityStatus', valueCodeableConcept: { coding: [codes[best]], text: lightText[best] } },
        { url: 'capacityNotes', valueString: notes },
      ],
    },
    // The extension has no place for when it was said; without that a light says nothing.
    { url: 'urn:wijkpoort:capacity-set-at', valueDateTime: setAt.toISOString() },
  ]
}
