import { optionsOf } from '#design/index.ts'
import type { FileRefusal } from '../../attachment-content.ts'
import { attachmentKinds } from '../../attachment-content.ts'
import { attachmentKindText } from '../../text.nl.ts'

/** How often, as one choice: what transfer nurses and GPs write most. Kept in words, because no Dutch code list exists. */
export const frequencies = [
  '1 keer per dag',
  '2 keer per dag',
  '3 keer per dag',
  '4 keer per dag',
  '1 keer per week',
  '2 keer per week',
  '3 keer per week',
  'om de dag',
  'zo nodig',
] as const

export const identityCheckText = {
  passport: 'paspoort',
  'identity-card': 'identiteitskaart',
  'driving-licence': 'rijbewijs',
  'residence-permit': 'verblijfsdocument',
} as const

export const fileRefusalText: Record<FileRefusal['code'], (name: string) => string> = {
  empty: (name) => `Het bestand ‘${name}’ is leeg. Kies een ander bestand.`,
  'too-large': (name) => `Het bestand ‘${name}’ is groter dan 10 MB. Kies een kleiner bestand.`,
  'type-not-allowed': (name) => `Het bestand ‘${name}’ is geen pdf, jpeg, png of platte tekst.`,
  'not-what-it-says': (name) => `De inhoud van ‘${name}’ past niet bij het soort bestand. Sla het opnieuw op.`,
}

export const tooManyFiles = 'Er passen 10 bestanden bij een zorgvraag. Kies er minder.'

export const attachmentKindOptions = optionsOf(attachmentKinds, attachmentKindText)

export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
}
