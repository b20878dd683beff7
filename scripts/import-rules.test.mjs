import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const packageFolder = join(import.meta.dirname, '..')

let folder

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpoort-map-'))
  for (const name of ['package.json', 'tsconfig.json', 'node_modules']) {
    await symlink(join(packageFolder, name), join(folder, name))
  }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The names of the rules that are broken by these files: `{ 'src/kernel/dates.ts': "import …" }`. */
async function broken(files) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const found = await cruise(['src'], {
    ...options,
    tsConfig: undefined,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  })
  return [...new Set(found.output.summary.violations.map(({ rule }) => rule.name))].sort()
}

const something = 'export const something = 1\n'

describe('the rules of the map', () => {
  test('leave code that keeps them alone', async () => {
    expect(
      await broken({
        'src/kernel/dates.ts': something,
        'src/platform/clock.ts': "import '#kernel/dates.ts'\nimport 'node:fs'\n",
        'src/design/button.tsx': "import '#kernel/dates.ts'\nimport 'react'\n",
        'src/browser/main.ts': "import '@hotwired/turbo'\n",
        'src/modules/audit/index.ts': "import '#platform/clock.ts'\n",
        'src/modules/regions/rules/clock.ts': "import '#kernel/dates.ts'\n",
        'src/modules/regions/policy.ts': "import './rules/clock.ts'\n",
        'src/modules/regions/pages/paths.ts': something,
        'src/modules/regions/index.ts': "import '#modules/audit/index.ts'\nimport './policy.ts'\n",
        'src/modules/requests/pages/page.tsx':
          "import '#modules/regions/pages/paths.ts'\nimport '#design/button.tsx'\n",
        'src/modules/requests/page.test.ts': "import '#modules/regions/policy.ts'\nimport '#app.ts'\nimport 'vitest'\n",
        'src/app.ts': "import '#modules/regions/policy.ts'\n",
      }),
    ).toEqual([])
  })

  test.each([
    ['audit', 'regions'],
    ['regions', 'organizations'],
    ['organizations', 'people'],
    ['people', 'access'],
    ['access', 'capacity'],
    ['capacity', 'requests'],
    ['directory', 'beds'],
    ['beds', 'capacity'],
    ['requests', 'capacity'],
    ['requests', 'coordination'],
    ['matching', 'coordination'],
    ['coordination', 'access'],
    ['messages', 'improvement'],
    ['improvement', 'monitoring'],
    ['monitoring', 'exchange'],
    ['exchange', 'monitoring'],
    ['exchange', 'improvement'],
  ])('down only: %s does not lean on %s', async (above, below) => {
    const files = {
      [`src/modules/${above}/index.ts`]: `import '#modules/${below}/index.ts'\n`,
      [`src/modules/${below}/index.ts`]: something,
    }
    expect(await broken(files)).toEqual([`down-only-${above}`])
  })

  test('down only holds for a type as well', async () => {
    const files = {
      'src/modules/beds/index.ts': "import type { A } from '#modules/requests/index.ts'\nexport const b: A = 1\n",
      'src/modules/requests/index.ts': 'export type A = number\n',
    }
    expect(await broken(files)).toEqual(['down-only-beds'])
  })

  test.each([
    ['through the door', 'src/modules/requests/store.ts', 'src/modules/regions/store.ts', 'through-the-door'],
    [
      'rules have no database',
      'src/modules/requests/rules/take.ts',
      'src/platform/database/pool.ts',
      'rules-import-nothing',
    ],
    [
      'rules have no store',
      'src/modules/requests/rules/take.ts',
      'src/modules/requests/store.ts',
      'rules-import-nothing',
    ],
    [
      'a policy has no database',
      'src/modules/requests/policy.ts',
      'src/platform/database/pool.ts',
      'rules-import-nothing',
    ],
    ['the kernel knows nobody', 'src/kernel/dates.ts', 'src/platform/clock.ts', 'kernel-knows-nobody'],
    [
      'the platform knows no module',
      'src/platform/clock.ts',
      'src/modules/regions/index.ts',
      'platform-knows-the-kernel',
    ],
    ['the platform knows no design', 'src/platform/clock.ts', 'src/design/button.ts', 'platform-knows-the-kernel'],
    ['the design knows no module', 'src/design/button.tsx', 'src/modules/regions/index.ts', 'design-knows-the-kernel'],
    ['the design knows no platform', 'src/design/button.tsx', 'src/platform/clock.ts', 'design-knows-the-kernel'],
    ['the browser knows no kernel', 'src/browser/main.ts', 'src/kernel/dates.ts', 'browser-knows-nobody'],
    ['a module does not know the app', 'src/modules/regions/index.ts', 'src/app.ts', 'modules-do-not-know-the-app'],
    [
      'a module does not know the site around it',
      'src/modules/regions/index.ts',
      'src/site/frame.tsx',
      'modules-do-not-know-the-app',
    ],
    [
      'a module does not know the practice region',
      'src/modules/regions/index.ts',
      'src/demo/fill.ts',
      'modules-do-not-know-the-app',
    ],
    ['every module is on the map', 'src/app.ts', 'src/modules/helpers/index.ts', 'on-the-map'],
    ['the product does not import test builders', 'src/app.ts', 'src/modules/regions/testing.ts', 'tests-stay-behind'],
  ])('%s', async (_, from, to, rule) => {
    expect(await broken({ [from]: `import '#${to.slice('src/'.length)}'\n`, [to]: something })).toEqual([rule])
  })

  test.each([
    ['rules import no package', 'src/modules/requests/rules/take.ts', 'zod', 'rules-import-nothing'],
    ['rules import nothing of Node', 'src/modules/requests/rules/take.ts', 'node:fs', 'rules-import-nothing'],
    ['the kernel imports no package', 'src/kernel/dates.ts', 'zod', 'kernel-knows-nobody'],
    ['the browser imports nothing of Node', 'src/browser/main.ts', 'node:fs', 'browser-knows-nobody'],
    ['the product imports nothing for development', 'src/app.ts', 'fast-check', 'installed-in-production'],
    ['every import leads somewhere', 'src/app.ts', '#nowhere.ts', 'found'],
  ])('%s', async (_, from, name, rule) => {
    expect(await broken({ [from]: `import '${name}'\n` })).toEqual([rule])
  })

  test('there is no circle, but types may name each other', async () => {
    const circle = (word) => ({
      'src/platform/one.ts': `import ${word} { b } from './two.ts'\nexport const a = 1\nexport type A = typeof b\n`,
      'src/platform/two.ts': "import { a } from './one.ts'\nexport const b = a\n",
    })
    expect(await broken(circle(''))).toEqual(['no-circle'])
    expect(await broken(circle('type'))).toEqual([])
  })
})
