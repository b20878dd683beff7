import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from './build.mjs'

describe('a build', () => {
  let outdir
  let manifest
  beforeAll(async () => {
    outdir = await mkdtemp(join(tmpdir(), 'wijkpoort-build-'))
    await mkdir(join(outdir, 'assets'))
    await writeFile(join(outdir, 'assets/main-OLD.css'), '')
    manifest = await build({ outdir })
  })
  afterAll(() => rm(outdir, { recursive: true, force: true }))

  test('makes one program that Node runs, with a map back to its source', async () => {
    expect(await readdir(outdir)).toEqual(expect.arrayContaining(['main.js', 'main.js.map', 'assets']))
  })

  test('names styles and fonts after what is in them, so that a browser may keep them for ever', async () => {
    expect(manifest.css).toMatch(/^main-[A-Z0-9]{8}\.css$/)
    expect(manifest.plotsCss).toMatch(/^plots-[A-Z0-9]{8}\.css$/)
    expect(manifest.fonts.length).toBeGreaterThan(0)
    for (const name of manifest.fonts) expect(name).toMatch(/-[A-Z0-9]{8}\.woff2$/)
    expect(JSON.parse(await readFile(join(outdir, 'assets/manifest.json'), 'utf8'))).toEqual(manifest)
    const styles = await readFile(join(outdir, 'assets', manifest.css), 'utf8')
    for (const name of manifest.fonts) expect(styles).toContain(name)
  })

  test('has no address of another site in its styles', async () => {
    expect(await readFile(join(outdir, 'assets', manifest.css), 'utf8')).not.toMatch(/url\(["']?(https?:)?\/\//)
  })

  test('clears away what an earlier build left', async () => {
    expect(await readdir(join(outdir, 'assets'))).not.toContain('main-OLD.css')
    expect(await readdir(join(outdir, 'assets'))).toContain(`${manifest.css}.br`)
  })
})
