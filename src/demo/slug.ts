/** A name as it stands in a mail address: 'Joanna Zielińska' is 'joanna.zielinska'. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '')
}

/** @throws RangeError when it is not there: a slip in the facts of a region */
export function findBySlug<T extends { slug: string }>(list: readonly T[], slug: string): T {
  const found = list.find((item) => item.slug === slug)
  if (!found) throw new RangeError(`There is no ${slug}`)
  return found
}
