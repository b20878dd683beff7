import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { permissionsOf, roles } from '../src/modules/access/rules/roles.ts'
import { requestStates } from '../src/modules/requests/rules/life.ts'
import { settings } from '../src/platform/config.ts'

// The papers, held against the code: what they name exists, and what they list is complete.

const root = join(import.meta.dirname, '..')
const read = (path) => readFileSync(join(root, path), 'utf8')

const built = /^(\.|node_modules$|dist$|test-results$|coverage$)/

/** Every Markdown file of the project. */
const papers = readdirSync(root)
  .filter((name) => !built.test(name))
  .flatMap((name) =>
    statSync(join(root, name)).isDirectory()
      ? readdirSync(join(root, name), { recursive: true }).map((path) => join(name, path))
      : [name],
  )
  .filter((path) => path.endsWith('.md'))

/** The rows below a header row that has exactly these columns; every table of the text that has them. */
function tableRows(text, ...columns) {
  const cells = (line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (!line.startsWith('|') || cells(line).join('|') !== columns.join('|')) return []
    const below = lines.slice(at + 2)
    const end = below.findIndex((row) => !row.startsWith('|'))
    return below.slice(0, end < 0 ? undefined : end).map(cells)
  })
}

const codeWords = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1])

function sources(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((path) => pattern.test(path))
    .map((path) => read(join(folder, path)))
    .join('\n')
}

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(text) {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

/** Links of a page that lead nowhere. */
function brokenLinks(path, text) {
  const plain = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')
  return [...plain.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)]
    .map((match) => match[1] ?? match[2])
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file, anchor] = target.split('#')
      const place = file ? join(dirname(path), file) : path
      if (!existsSync(join(root, place))) return true
      return anchor !== undefined && !anchorsOf(read(place)).includes(anchor)
    })
}

describe('every paper', () => {
  test('is there', () => {
    expect(papers).toEqual(
      expect.arrayContaining([
        'README.md',
        'CONTRIBUTING.md',
        'SECURITY.md',
        'docs/architecture.md',
        'docs/glossary.md',
      ]),
    )
  })

  test.each(papers)('%s has no link that leads nowhere', (path) => {
    expect(brokenLinks(path, read(path))).toEqual([])
  })

  test.each(papers)('%s names no file that is not there', (path) => {
    const named = [...read(path).matchAll(/`((?:src|scripts|database|docs|e2e|bench)\/[\w./-]*\w\/?)`/g)]
    expect(named.map((match) => match[1]).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('a link that leads nowhere is seen', () => {
    expect(brokenLinks('docs/x.md', '[a](gone.md) [b](../README.md) [c](../README.md#gone) [d](https://x.nl)')).toEqual(
      ['gone.md', '../README.md#gone'],
    )
  })

  test('every npm command that a paper names exists', () => {
    const named = papers.flatMap((path) => [...read(path).matchAll(/\bnpm run ([\w-]+)/g)].map((match) => match[1]))
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([])
  })
})

describe('pictures', () => {
  const pictures = readdirSync(join(root, 'docs/pictures'))

  test('are shown, and at both widths', () => {
    const shown = read('docs/pictures.md')
    const shots = pictures.filter((name) => name.endsWith('.png'))
    expect(shots.filter((name) => !shown.includes(`"pictures/${name}"`))).toEqual([])
    const names = (width) =>
      pictures.filter((name) => name.endsWith(`-${width}.png`)).map((name) => name.split(`-${width}`)[0])
    expect(names(375)).toEqual(names(1280))
  })

  test('plots are those of the replay, and shown there', () => {
    const plots = pictures.filter((name) => !name.endsWith('.png'))
    expect(plots.filter((name) => !read('docs/replay.md').includes(`(pictures/${name})`))).toEqual([])
  })

  test('are small enough for everybody who clones', () => {
    const sizes = pictures.map((name) => statSync(join(root, 'docs/pictures', name)).size)
    expect(Math.max(...sizes)).toBeLessThan(150_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_000_000)
  })
})

describe('architecture', () => {
  const architecture = read('docs/architecture.md')
  const standing = tableRows(architecture, 'Module', 'Owns', 'May lean on')
  const later = tableRows(architecture, 'Module', 'Will own', 'May lean on')
  const nameOf = ([cell]) => codeWords(cell)[0]
  const names = [...standing, ...later].map(nameOf)

  test('has the modules that stand, and no others', () => {
    const folders = readdirSync(join(root, 'src/modules')).filter((name) =>
      statSync(join(root, 'src/modules', name)).isDirectory(),
    )
    expect(standing.map(nameOf).sort()).toEqual(folders.sort())
  })

  test('has the map of the import rules', () => {
    const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
    const map = forbidden
      .filter(({ name }) => name.startsWith('down-only-'))
      .map(({ name, to }) => {
        const module = name.replace('down-only-', '')
        const allowed = /\((.+)\)/.exec(to.pathNot)[1].split('|')
        return [module, allowed.filter((other) => other !== module).sort()]
      })
    const written = [...standing, ...later].map((row) => [nameOf(row), leansOn(row)])
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(map))
  })

  function leansOn(row) {
    const [, but] = /^everything but (.+)$/.exec(row[2]) ?? []
    if (but) return names.filter((name) => name !== nameOf(row) && !but.split(/, | and /).includes(name)).sort()
    return row[2] === '–' ? [] : row[2].split(', ').sort()
  }

  test('each module stands below what it leans on', () => {
    const order = standing.map(nameOf)
    const upward = standing.flatMap((row) =>
      leansOn(row).filter((other) => order.indexOf(other) > order.indexOf(nameOf(row))),
    )
    expect(upward).toEqual([])
  })

  test('follows a request through files and names that are there', () => {
    const steps = tableRows(architecture, 'What happens', 'File', 'Name').map(([, file, name]) => [
      codeWords(file)[0],
      codeWords(name)[0],
    ])
    expect(steps.length).toBeGreaterThan(10)
    expect(steps.filter(([file, name]) => !new RegExp(`\\b${name}\\b`).test(read(file)))).toEqual([])
  })

  test('draws tables that are there', () => {
    const migrations = sources('database/migrations', /\.sql$/)
    const drawn = new Set([...architecture.matchAll(/"([a-z]+\.[a-z_]+)"/g)].map((match) => match[1]))
    expect(drawn.size).toBeGreaterThan(15)
    expect([...drawn].filter((table) => !migrations.includes(`create table ${table} (`))).toEqual([])
  })

  test('names constraints that are there', () => {
    const migrations = sources('database/migrations', /\.sql$/)
    const [, truths] = architecture.split('## What is true at any time')
    const constraints = codeWords(truths).filter((word) => word.includes('_'))
    expect(constraints.length).toBeGreaterThan(3)
    expect(constraints.filter((name) => !migrations.includes(` ${name} `))).toEqual([])
  })

  test('gives each role its permissions', () => {
    const written = tableRows(architecture, 'Role', 'Permissions').map(([role, may]) => [
      codeWords(role)[0],
      codeWords(may),
    ])
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(roles.map((role) => [role, [...permissionsOf(role)]])),
    )
  })
})

describe('operating guide', () => {
  const rows = tableRows(read('docs/guides/operate.md'), 'Setting', 'Default', 'What it does')

  test('has every setting with its default and description', () => {
    const written = rows.map(([name, standard, description]) => [
      codeWords(name)[0],
      codeWords(standard)[0],
      description,
    ])
    expect(written).toEqual(
      Object.entries(settings).map(([name, setting]) => [name, setting.default, setting.description]),
    )
  })
})

describe('glossary', () => {
  const rows = tableRows(read('docs/glossary.md'), 'Nederlands', 'In code', 'FHIR R4', 'Remark')
  const words = rows.flatMap(([, code]) => codeWords(code))
  const code = sources('src', /\.tsx?$/) + sources('database/migrations', /\.sql$/)

  /** The words that the code does not have, as a word of their own. */
  function unknown(candidates) {
    return candidates.filter((word) => !new RegExp(`(?<![\\w-])${word.replace(/[.()]/g, '\\$&')}(?![\\w-])`).test(code))
  }

  test('holds words that the code has', () => {
    expect(words.length).toBeGreaterThan(60)
    expect(unknown(words)).toEqual([])
  })

  test('a word that the code does not have is seen', () => {
    expect(unknown(['requests.care_request', 'requests.care_reques', 'Standings', 'Standing'])).toEqual([
      'requests.care_reques',
      'Standings',
    ])
  })

  test('has one line for each word', () => {
    const dutch = rows.map(([first]) => first)
    expect(dutch.filter((word, at) => dutch.indexOf(word) !== at)).toEqual([])
  })

  test('has every state of a request', () => {
    expect(requestStates.filter((state) => !words.includes(state))).toEqual([])
  })
})

describe('modules and decisions', () => {
  test.each(readdirSync(join(root, 'src/modules')))('%s has a README of one screen', (name) => {
    const lines = read(`src/modules/${name}/README.md`).split('\n').length
    expect(lines).toBeGreaterThan(5)
    expect(lines).toBeLessThan(90)
  })

  test.each(['kernel', 'platform', 'design', 'site', 'demo', 'testing'])('src/%s has a README', (name) => {
    expect(existsSync(join(root, 'src', name, 'README.md'))).toBe(true)
  })

  const records = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-.+\.md$/.test(name))

  test.each(records)('%s has context, decision and consequences', (name) => {
    const text = read(`docs/decisions/${name}`)
    expect([...text.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(['Context', 'Decision', 'Consequences'])
    expect(text).toContain(`# ${name.slice(0, 4)} · `)
  })

  test('the list of decisions is complete, and numbers have no gap', () => {
    const list = read('docs/decisions/README.md')
    expect(records.filter((name) => !list.includes(`(${name})`))).toEqual([])
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, at) => at + 1))
  })

  test('decisions that papers and code name exist', () => {
    const numbers = records.map((name) => name.slice(0, 4))
    const text = sources('src', /\.tsx?$/) + papers.map(read).join('\n')
    const named = [...text.matchAll(/decision (?:record )?(\d{4})/gi)].map((match) => match[1])
    expect(named.filter((number) => !numbers.includes(number))).toEqual([])
  })
})

describe('licence and version', () => {
  test('are the same in every place', () => {
    const publicCode = read('publiccode.yml')
    expect(read('LICENSE')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
    expect(packageJson.license).toBe('EUPL-1.2')
    expect(publicCode).toMatch(/^ {2}license: EUPL-1\.2$/m)
    expect(publicCode).toMatch(new RegExp(`^softwareVersion: "${packageJson.version}"$`, 'm'))
    expect(read('CHANGELOG.md')).toContain(`## ${packageJson.version}`)
  })

  test('publiccode.yml keeps to the lengths of the standard', () => {
    const short = [...read('publiccode.yml').matchAll(/shortDescription: (.+)/g)].map((match) => match[1])
    expect(short).toHaveLength(2)
    expect(short.filter((sentence) => sentence.length > 150)).toEqual([])
  })
})
