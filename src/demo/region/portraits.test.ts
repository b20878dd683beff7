import { expect, test } from 'vitest'
import { cleanPhoto } from '#modules/organizations/rules/photo.ts'
import { seeded } from '../random.ts'
import { drawPortrait } from './portraits.ts'

test('a drawn portrait is a picture that the form for photos accepts as it is, and the same for the same seed', () => {
  const portrait = drawPortrait(seeded(7))
  const cleaned = cleanPhoto(portrait.content)
  expect(cleaned).toMatchObject({ ok: true, value: { contentType: 'image/png', width: 108, height: 126 } })
  if (cleaned.ok) expect(Buffer.from(cleaned.value.content)).toEqual(portrait.content)
  expect(drawPortrait(seeded(7)).content).toEqual(portrait.content)
  expect(drawPortrait(seeded(8)).content).not.toEqual(portrait.content)
})
