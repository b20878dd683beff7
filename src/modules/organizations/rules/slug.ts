/** A name as it stands in an address: 'Thuiszorg De Élise' is 'thuiszorg-de-elise'; empty when no letter of it can. */
export function slugOf(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}
