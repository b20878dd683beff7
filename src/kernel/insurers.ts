/**
 * Health insurers by the four digits of their UZOVI code, as Vektis gives them out. The ones that most people know; a code
 * that is not here is shown as it is.
 */
export const insurers: readonly { code: string; name: string }[] = [
  { code: '3334', name: 'Anderzorg' },
  { code: '9664', name: 'CZ' },
  { code: '3358', name: 'De Friesland' },
  { code: '7029', name: 'DSW' },
  { code: '3351', name: 'FBTO' },
  { code: '3313', name: 'Interpolis' },
  { code: '3332', name: 'Menzis' },
  { code: '3343', name: 'ONVZ' },
  { code: '7037', name: 'Stad Holland' },
  { code: '0101', name: 'Univé' },
  { code: '7095', name: 'VGZ' },
  { code: '3311', name: 'Zilveren Kruis' },
  { code: '7085', name: 'Zorg en Zekerheid' },
]

export function insurerName(code: string): string {
  return insurers.find((insurer) => insurer.code === code)?.name ?? `UZOVI ${code}`
}
