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
