import { expect, test } from 'vitest'
import { inLanguage, languageOf } from './languages.ts'

test.each([
  ['/en/wijk', 'en'],
  ['/en', 'en'],
  ['/en?x=1', 'en'],
  ['/wijk', 'nl'],
  ['/', 'nl'],
  ['/nl/wijk', 'nl'],
  ['/engels', 'nl'],
  ['/constructor', 'nl'],
])('%s is in %s', (address, language) => {
  expect(languageOf(address)).toBe(language)
})

test.each([
  ['/aanvragen?voorkeur=alfa', 'en', '/en/aanvragen?voorkeur=alfa'],
  ['/en/aanvragen?voorkeur=alfa', 'nl', '/aanvragen?voorkeur=alfa'],
  ['/en/volg/K7MPX4TD', 'en', '/en/volg/K7MPX4TD'],
  ['/en?x=1', 'nl', '/?x=1'],
])('%s in %s is %s', (address, language, there) => {
  expect(inLanguage(address, language as 'nl')).toBe(there)
})
