import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// The rules of the map that imports do not show: a module writes its own tables only, and rules have no clock and no dice.

const modulesFolder = join(import.meta.dirname, '../src/modules')

const writes = [
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)\./g,
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+"?(\w+)"?\.\w/gi,
  /\bupdate\s+(?:only\s+)?"?(\w+)"?\.\w+[\s\S]{0,80}?\bset\b/gi,
]

/** The schemas of other modules that this text of `module` writes to. */
function foreignWrites(module, text) {
  const schemas = writes.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1].toLowerCase()))
  return [...new Set(schemas)].filter((schema) => schema !== module)
}

/** The clocks and dice in the text of a rule. */
function impure(text) {
  return [
    ...text.matchAll(
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.env\b|\bfetch\(/g,
    ),
  ].map(String)
}

/** The text of every source of the product in the modules: `{ module, path, text }`. */
function sources() {
  return readdirSync(modulesFolder, { recursive: true })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)testing\.tsx?$/.test(path))
    .map((path) => ({ module: path.split('/')[0], path, text: readFileSync(join(modulesFolder, path), 'utf8') }))
}

describe('write your own tables', () => {
  test('every module does', () => {
    const found = sources().flatMap(({ module, path, text }) =>
      foreignWrites(module, text).map((schema) => `${path} → ${schema}`),
    )
    expect(found).toEqual([])
    expect(sources().length).toBeGreaterThan(20)
  })

  test.each([
    ["db.insertInto('requests.consent').values(x)"],
    ["db.updateTable('requests.care_request as r').set(x)"],
    ["db\n  .deleteFrom(\n    'requests.draft'\n  )"],
    ['sql`insert into requests.consent (id) values (1)`'],
    ['sql`with x as (DELETE FROM requests.draft returning *) select 1`'],
    ['sql`update requests.care_request r\n set state = 1`'],
    ['sql`truncate requests.draft`'],
  ])('a write to another module is seen: %s', (text) => {
    expect(foreignWrites('coordination', text)).toEqual(['requests'])
    expect(foreignWrites('requests', text)).toEqual([])
  })

  test('a read or a lock of another module is no write', () => {
    const text = "db.selectFrom('requests.care_request') sql`select * from requests.care_request for update of r`"
    expect(foreignWrites('coordination', text)).toEqual([])
  })
})

describe('rules have no clock and no dice', () => {
  const isRule = ({ path }) => /^[^/]+\/(rules\/|policy\.ts$)/.test(path)

  test('nowhere in the modules', () => {
    const rules = sources().filter(isRule)
    expect(rules.flatMap(({ path, text }) => impure(text).map((found) => `${path}: ${found}`))).toEqual([])
    expect(rules.length).toBeGreaterThan(3)
  })

  test.each(['new Date()', 'Date.now()', 'Math.random()', 'performance.now()', 'process.env.HOME', "fetch('x')"])(
    '%s is seen',
    (text) => {
      expect(impure(`const a = ${text}`)).toHaveLength(1)
      expect(impure('const later = new Date(now.getTime() + 1)')).toEqual([])
    },
  )
})
