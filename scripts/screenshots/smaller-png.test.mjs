import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallerPng } from './smaller-png.mjs'

/** A PNG of 4 by 5 pixels, RGB, each row stored with another of the five filters. */
function aPng(colourAt) {
  const [width, height, step] = [4, 5, 3]
  const pixels = Array.from({ length: width * height }, (_, at) => colourAt(at)).flat()
  const at = (row, column) => (row < 0 || column < 0 ? 0 : pixels[row * width * step + column])
  const guess = (row, column) => {
    const [left, above, corner] = [at(row, column - step), at(row - 1, column), at(row - 1, column - step)]
    const distances = [left, above, corner].map((one) => Math.abs(left + above - corner - one))
    const paeth = [left, above, corner][distances.indexOf(Math.min(...distances))]
    return [0, left, above, (left + above) >> 1, paeth][row]
  }
  const rows = Array.from({ length: height }, (_, row) => [
    row,
    ...Array.from({ length: width * step }, (_, column) => (at(row, column) - guess(row, column)) & 255),
  ])
  const header = [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]
  const parts = [part('IHDR', header), part('IDAT', deflateSync(Buffer.from(rows.flat()))), part('IEND', [])]
  return { png: Buffer.concat([Buffer.alloc(8), ...parts]), pixels }
}

function part(type, body) {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type), Buffer.from(body), Buffer.alloc(4)])
}

/** The colours of a PNG with a palette, pixel by pixel. */
function coloursOf(png) {
  const bodyOf = (type) => {
    const at = png.indexOf(type)
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
  }
  const palette = bodyOf('PLTE')
  const rows = inflateSync(bodyOf('IDAT'))
  return [...rows].filter((_, at) => at % 5 !== 0).flatMap((place) => [...palette.subarray(place * 3, place * 3 + 3)])
}

test('a picture of few colours stays what it was, whichever way its rows were stored', () => {
  const { png, pixels } = aPng((at) => [(at * 37) & 255, (at * at * 11) & 255, 255 - at * 12])
  expect(coloursOf(smallerPng(png))).toEqual(pixels)
})

test('what a browser does not make is refused', () => {
  const { png } = aPng(() => [1, 2, 3])
  png[8 + 8 + 9] = 3
  expect(() => smallerPng(png)).toThrow('not one that a browser makes')
})
