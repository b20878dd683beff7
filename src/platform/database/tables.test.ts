import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { createTestDatabase } from './testing.ts'

const tables = join(import.meta.dirname, 'tables.ts')

/** Held here, and made anew by `npm run tables` after a migration. */
test('the types of the tables are those of the migrations', async () => {
  const { asOwner } = await createTestDatabase()
  const [{ name } = { name: '' }] = await asOwner<{ name: string }>('select current_database() as name')
  const { host, port, user } = inject('testServer')
  const address = `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
  const options = [
    ['--dialect', 'postgres'],
    ['--url', address],
    ['--date-parser', 'string'],
    ['--numeric-parser', 'number'],
    ['--type-mapping', '{"int8":"number","xid8":"string"}'],
    ['--exclude-pattern', '{graphile_worker,public}.*'],
    ['--out-file', tables],
    process.env.UPDATE_TABLES ? [] : ['--verify'],
  ].flat()
  const made = promisify(execFile)('kysely-codegen', options, {
    env: { ...process.env, PATH: `${join(import.meta.dirname, '../../../node_modules/.bin')}:${process.env.PATH}` },
  })
  await expect(made).resolves.toBeTruthy()
})
