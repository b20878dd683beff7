import { isPc4 } from '#kernel/postcode.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import type { AreaPlace } from './places.ts'

/** Roughly the Netherlands: a point elsewhere has its two numbers the wrong way round, or a comma lost. */
const north = { min: 50.7, max: 53.6 }
const east = { min: 3.3, max: 7.3 }

/** Reads a postcode area from a form or a line of a file; `pc4` is known already when one is changed. */
export function readArea(form: FormReader, pc4?: string): AreaPlace {
  return {
    pc4:
      pc4 ??
      form.parsed('pc4', (line) => (isPc4(line) ? line : undefined), 'Vul vier cijfers in, zoals 6811', {
        required: 'Vul de postcode in, vier cijfers',
      }) ??
      '',
    place: form.line('place', { required: 'Vul de plaats in', max: 80 }) ?? '',
    municipality: form.line('municipality', { required: 'Vul de gemeente in', max: 80 }) ?? '',
    latitude: readDegrees(form, 'latitude', north),
    longitude: readDegrees(form, 'longitude', east),
  }
}

function readDegrees(form: FormReader, name: string, { min, max }: { min: number; max: number }): number {
  const parse = (line: string) => {
    const value = /^\d{1,2}([.,]\d{1,8})?$/.test(line) ? Number(line.replace(',', '.')) : Number.NaN
    return value >= min && value <= max ? value : undefined
  }
  const wrong = `Vul graden in van ${min} tot en met ${max}, zoals ${name === 'latitude' ? '51,98' : '5,91'}`
  return form.parsed(name, parse, wrong, { required: wrong }) ?? 0
}

export function writeDegrees(value: number): string {
  return String(value).replace('.', ',')
}

export const areaFormat: CsvFormat<AreaPlace> = {
  columns: [
    { key: 'pc4', header: 'Postcode', also: ['PC4'], required: true, write: (row) => row.pc4 },
    { key: 'place', header: 'Plaats', required: true, write: (row) => row.place },
    { key: 'municipality', header: 'Gemeente', required: true, write: (row) => row.municipality },
    {
      key: 'latitude',
      header: 'Breedtegraad',
      also: ['latitude', 'lat'],
      required: true,
      write: (row) => writeDegrees(row.latitude),
    },
    {
      key: 'longitude',
      header: 'Lengtegraad',
      also: ['longitude', 'lon', 'lng'],
      required: true,
      write: (row) => writeDegrees(row.longitude),
    },
  ],
  read: (cells) => readArea(cells),
  identity: ({ pc4 }) => pc4,
  maxRows: 5000,
}
