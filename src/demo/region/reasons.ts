import { firstReasons } from '#modules/regions/index.ts'

/** The lists of reasons that every region begins with, as rows. */
export function reasonRows(regionId: string) {
  return Object.entries(firstReasons).flatMap(([list, codes]) =>
    codes.map(({ code, label, wantsText = false }, position) => ({
      region_id: regionId,
      list,
      code,
      label,
      wants_text: wantsText,
      position,
    })),
  )
}
