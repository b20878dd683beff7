import type { Row } from '../copy.ts'
import type { Random } from '../random.ts'
import { type DrawnPortrait, drawPortrait } from './portraits.ts'
import { postcodes } from './postcodes.ts'
import type { Organization, Person } from './practice-region.ts'

/** What the region shows of itself to anyone: whom a neighbourhood knows, where the offices are, where systems are reached. */
export type PublicFace = { contacts: Row[]; photos: Row[]; locations: Row[]; endpoints: Row[] }

export type Faces = {
  regionId: string
  madeAt: Date
  people: readonly (Person & { jobTitle: string; contact: boolean })[]
  coordinatingTeams: readonly { id: string; kind: string }[]
  organizations: readonly (Organization & { kind: string; pc4: string | undefined })[]
}

/** Two or three fixed faces for every team that gives care; a desk has those who pick up the phone. */
const facesPerTeam = 3
/** Not everybody wants a picture. */
const withPhoto = 0.8

const streets = ['Vlinderplein', 'Molenbeeklaan', 'Lindehofstraat', 'Steenen Kamp', 'Oude Veerweg', 'Boomgaardplein']

export function publicFaceOf(random: Random, { regionId, madeAt, people, coordinatingTeams, organizations }: Faces) {
  const id = () => random.id(madeAt)
  const hasPhoto = (name: string) => random.split(`has a picture: ${name}`).chance(withPhoto)
  const photoOf = (name: string) => random.split(`picture of ${name}`).id(madeAt)
  const contacts = coordinatingTeams.flatMap((team) => {
    const inTeam = people.filter(({ teamIds, role }) => role !== 'referrer' && teamIds.includes(team.id))
    // Fixed contacts first; then one face per organisation, so that a neighbourhood sees that they work together.
    const faces = [...inTeam].sort((a, b) => Number(b.contact) - Number(a.contact))
    const perOrganization = faces.filter(
      (face, place) => faces.findIndex((other) => other.organizationId === face.organizationId) === place,
    )
    return perOrganization.slice(0, facesPerTeam).map(({ name, jobTitle, organizationId }, position) => ({
      id: id(),
      region_id: regionId,
      coordinating_team_id: team.id,
      organization_id: organizationId,
      first_name: name.split(' ')[0] ?? name,
      job_title: jobTitle,
      position,
      photo: hasPhoto(name) ? photoOf(name) : null,
      updated_at: madeAt,
    }))
  })
  const drawn = new Map(people.filter(({ name }) => hasPhoto(name)).map(({ name }) => [photoOf(name), name]))
  const portraits = new Map<string, DrawnPortrait>()
  const photos = contacts.flatMap(({ id: contactId, photo }) => {
    const name = photo === null ? undefined : drawn.get(photo)
    if (name === undefined) return []
    const portrait = portraits.get(name) ?? drawPortrait(random.split(`portrait of ${name}`))
    portraits.set(name, portrait)
    return { contact_person_id: contactId, region_id: regionId, content_type: 'image/png', ...portrait }
  })
  const locations = organizations.flatMap((organization) => {
    const home = postcodes.find(({ pc4 }) => pc4 === organization.pc4)
    if (!home) return []
    return [
      {
        id: id(),
        region_id: regionId,
        organization_id: organization.id,
        name: `${officeWord[organization.kind] ?? 'Kantoor'} ${organization.name}`,
        street: `${random.pick(streets)} ${random.whole(1, 180)}`,
        postcode: `${home.pc4}${letters(random)}`,
        place: home.place,
        phone: organization.phone,
        opening_hours: 'maandag tot en met vrijdag, 8.30 tot 17.00 uur',
        // Somewhere in that postcode: its centre is known to about a kilometre.
        latitude: Math.round((home.latitude + (random.next() - 0.5) * 0.006) * 1e5) / 1e5,
        longitude: Math.round((home.longitude + (random.next() - 0.5) * 0.01) * 1e5) / 1e5,
        updated_at: madeAt,
      },
    ]
  })
  const endpoints = organizations.filter(hasSystem).map((organization) => ({
    id: id(),
    region_id: regionId,
    organization_id: organization.id,
    name: 'eOverdracht',
    connection_type: 'hl7-fhir-rest',
    payload_types: ['eOverdracht'],
    address: `https://fhir.${organization.slug}.example.nl/eoverdracht`,
    updated_at: madeAt,
  }))
  return { contacts, photos, locations, endpoints } satisfies PublicFace
}

/** The hospital, the rehabilitation centre and the larger providers exchange by FHIR; the others do not yet. */
function hasSystem({ kind, people }: Faces['organizations'][number]): boolean {
  return kind === 'hospital' || kind === 'rehabilitation' || (kind === 'provider' && people.length >= 4)
}

const officeWord: Readonly<Record<string, string>> = { 'gp-practice': 'Praktijk', hospital: 'Transferbureau' }

/** Two letters as a postcode has them: without those that look alike (F, I, O, Q, U, Y), and never SA, SD or SS. */
function letters(random: Random): string {
  const two = random.pick([...'ABCDEGHJKL']) + random.pick([...'ABCDEGHJKLMNPRTVWXZ'])
  return two
}

/**
 * How many days ago an organisation last confirmed its facts; null when it never did. Most are fresh; De Rijnbocht, whose
 * administrator can be chosen, is asked to.
 */
export function confirmedDaysAgo(slug: string, place: number): number | null {
  if (slug === 'rijnbocht') return 199
  if (place % 9 === 8) return null
  return place % 7 === 6 ? 230 : 5 + ((place * 23) % 160)
}
