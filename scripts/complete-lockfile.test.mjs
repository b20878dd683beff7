import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { machineOf, missingFromLockfile } from './complete-lockfile.mjs'

test('the lockfile describes every package it wants, so npm ci takes it on any machine', () => {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'))
  expect(missingFromLockfile(packages), 'run: node scripts/complete-lockfile.mjs').toEqual([])
  expect(Object.keys(packages).length).toBeGreaterThan(100)
})

test('a package that is left out is seen, also when its namesake belongs to another', () => {
  const packages = {
    'node_modules/tool': { optionalDependencies: { 'tool-win32-x64': '2.0.0' }, dev: true },
    'node_modules/other': {},
    'node_modules/other/node_modules/tool-win32-x64': { version: '1.0.0' },
  }
  expect(missingFromLockfile(packages)).toEqual([['tool-win32-x64', '2.0.0', true]])
  expect(missingFromLockfile({ ...packages, 'node_modules/tool-win32-x64': { version: '2.0.0' } })).toEqual([])
})

test('the machine is read from the name', () => {
  expect(machineOf('@biomejs/cli-win32-arm64')).toEqual({ os: ['win32'], cpu: ['arm64'] })
  expect(machineOf('@biomejs/cli-linux-x64-musl')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  expect(machineOf('@oxc-parser/binding-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'], libc: ['glibc'] })
  expect(machineOf('@oxc-parser/binding-android-arm-eabi')).toEqual({ os: ['android'], cpu: ['arm'] })
  expect(() => machineOf('left-pad')).toThrow('Which machine')
})
