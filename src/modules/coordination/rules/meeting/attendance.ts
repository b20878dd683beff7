/** Somebody who sits in the team, for an organisation. */
export type Member = { roleId: string; name: string; organizationId: string; organizationName: string }

/** Who was to come today for an organisation. */
export type Expected = { organizationId: string; attends: string; standsIn: string | null }

export type Present = { roleId: string; name: string; organizationId: string }

export type Seat = {
  organizationId: string
  organizationName: string
  /** Who sits there now; nobody: the organisation is absent. */
  present: { roleId: string; name: string; standsInFor: string | undefined }[]
  /** Who was to come by the rota, and who when that one cannot. */
  expected: string | undefined
  standIn: string | undefined
}

/**
 * One seat per organisation of the team: who is there, for whom, and who is missing. Absent organisations stand last, because
 * who leads has to know them before anything is given to them.
 */
export function seatsOf(members: readonly Member[], rota: readonly Expected[], present: readonly Present[]): Seat[] {
  const nameOf = new Map(members.map(({ roleId, name }) => [roleId, name]))
  const organizations = new Map(
    members.map(({ organizationId, organizationName }) => [organizationId, organizationName]),
  )
  return [...organizations]
    .map(([organizationId, organizationName]) => {
      const turn = rota.find((one) => one.organizationId === organizationId)
      const here = present.filter((one) => one.organizationId === organizationId)
      const isThere = here.some(({ roleId }) => roleId === turn?.attends)
      const expected = turn && nameOf.get(turn.attends)
      return {
        organizationId,
        organizationName,
        present: here.map(({ roleId, name }) => ({ roleId, name, standsInFor: isThere ? undefined : expected })),
        expected,
        standIn: turn?.standsIn ? nameOf.get(turn.standsIn) : undefined,
      }
    })
    .sort(
      (one, other) =>
        Number(one.present.length === 0) - Number(other.present.length === 0) ||
        one.organizationName.localeCompare(other.organizationName, 'nl'),
    )
}
