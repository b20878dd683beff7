import { done, type Outcome, refused } from '#kernel/outcome.ts'

export type Photo = { contentType: 'image/jpeg' | 'image/png'; content: Uint8Array; width: number; height: number }
export type PhotoRefusal = 'no-picture' | 'broken' | 'too-large' | 'too-small'

/** After taking out what a camera adds; a face on a page needs no more. */
export const largestPhoto = 1_048_576
const mostPixels = 4000
const fewestPixels = 80

/**
 * Looks at a picture byte by byte and writes it again with nothing but the picture: a photo from a phone tells where it was taken,
 * and anything can be hidden behind its end. Which way is up is kept.
 */
export function cleanPhoto(bytes: Uint8Array): Outcome<Photo, PhotoRefusal> {
  const read = isJpeg(bytes) ? readJpeg(bytes) : isPng(bytes) ? readPng(bytes) : 'no-picture'
  if (typeof read === 'string') return refused(read)
  if (read.content.length > largestPhoto || Math.max(read.width, read.height) > mostPixels) return refused('too-large')
  if (Math.min(read.width, read.height) < fewestPixels) return refused('too-small')
  return done(read)
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

function isPng(bytes: Uint8Array): boolean {
  return pngStart.every((byte, place) => bytes[place] === byte)
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Segments up to the scan, then the scans up to the end of the image; ITU T.81, annex B. */
function readJpeg(bytes: Uint8Array): Photo | PhotoRefusal {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | undefined
  let place = 2
  for (;;) {
    while (bytes[place] === 0xff && bytes[place + 1] === 0xff) place += 1
    const marker = bytes[place + 1]
    if (bytes[place] !== 0xff || marker === undefined) return 'broken'
    const length = two(bytes, place + 2)
    const segment = bytes.subarray(place, place + 2 + length)
    if (length < 2 || segment.length !== length + 2) return 'broken'
    if (isFrame(marker)) size = { height: two(bytes, place + 5), width: two(bytes, place + 7) }
    if (marker === 0xe1) kept.push(...orientationOnly(segment))
    else if (!isAside(marker)) kept.push(segment)
    place += 2 + length
    if (marker === 0xda) break
  }
  const end = endOfScans(bytes, place)
  if (end === undefined || !size || size.width === 0 || size.height === 0) return 'broken'
  kept.push(bytes.subarray(place, end))
  return { contentType: 'image/jpeg', content: together(kept), ...size }
}

/** Start of frame: baseline, progressive and the like; c4, c8 and cc are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** What a camera or a program adds, and remarks; APP0 (density) and APP14 (how colours are coded) are needed. */
function isAside(marker: number): boolean {
  return (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
}

/** The end of the image, past all scans of a progressive one; tables may stand between them. */
function endOfScans(bytes: Uint8Array, from: number): number | undefined {
  for (let place = from; place + 1 < bytes.length; place += 1) {
    if (bytes[place] === 0xff && bytes[place + 1] === 0xd9) return place + 2
  }
  return undefined
}

/** The one tag of EXIF that changes how the picture looks. */
function orientationOnly(segment: Uint8Array): Uint8Array[] {
  const tiff = segment.subarray(10)
  const little = tiff[0] === 0x49
  if (segment[4] !== 0x45 || tiff.length < 14) return []
  const number = (place: number, bytes: number) => {
    const part = Array.from(tiff.subarray(place, place + bytes))
    return (little ? part.reverse() : part).reduce((sum, byte) => sum * 256 + byte, 0)
  }
  const directory = number(4, 4)
  const count = number(directory, 2)
  for (let entry = directory + 2; entry < directory + 2 + Math.min(count, 100) * 12; entry += 12) {
    if (number(entry, 2) !== 0x0112) continue
    const value = number(entry + 8, 2)
    return value >= 2 && value <= 8 ? [Uint8Array.from([...exifStart, value, 0, 0, 0, 0, 0, 0, 0])] : []
  }
  return []
}

/** APP1, its length, 'Exif', and a little-endian directory with one short: orientation. */
const exifStart = [
  0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0,
]

/** Chunks that make the picture and its colours; not texts, times and EXIF. */
const pngChunks = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']

function readPng(bytes: Uint8Array): Photo | PhotoRefusal {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let size: { width: number; height: number } | undefined
  for (let place = 8; ; ) {
    const length = four(bytes, place)
    const chunk = bytes.subarray(place, place + 12 + length)
    if (length > bytes.length || chunk.length !== length + 12) return 'broken'
    const type = String.fromCharCode(...chunk.subarray(4, 8))
    if (type === 'IHDR') size = { width: four(chunk, 8), height: four(chunk, 12) }
    if (pngChunks.includes(type)) kept.push(chunk)
    place += 12 + length
    if (type === 'IEND') break
  }
  if (!size || size.width === 0 || size.height === 0 || kept.length < 4) return 'broken'
  return { contentType: 'image/png', content: together(kept), ...size }
}

function two(bytes: Uint8Array, place: number): number {
  return ((bytes[place] ?? 0) << 8) | (bytes[place + 1] ?? 0)
}

function four(bytes: Uint8Array, place: number): number {
  return two(bytes, place) * 65_536 + two(bytes, place + 2)
}

function together(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
