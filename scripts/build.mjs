// Bundles the product: sources in, dist/ out. Packages stay in node_modules, so a build takes less than a second.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { alone, root } from './install.mjs'

/** Programs that Node runs. The first is the product; the others are there as soon as their source is. */
const programs = {
  main: 'src/main.ts',
  practice: 'src/demo/practice-cli.ts',
  // A thread of the first: it finds this file beside itself.
  'solve-worker': 'src/modules/matching/solver/divide-worker.ts',
}

/** Packages stay in node_modules, but for React, which is wanted in its production form whatever the environment says. */
const packages = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies)
const bundled = ['react', 'react-dom']

const fonts = { '.woff2': 'file', '.woff': 'file', '.svg': 'file' }

/**
 * Builds into `outdir`; the names of the hashed files are in `assets/manifest.json`. Without `clean` the files of earlier
 * builds stay, for an app that still runs on them.
 */
export async function build({ outdir = join(root, 'dist'), clean = true } = {}) {
  // Loaded here and not above: start.mjs reads this file before the packages are there.
  const esbuild = await import('esbuild')
  const assets = join(outdir, 'assets')
  await mkdir(assets, { recursive: true })
  const [server, browser] = await Promise.all([buildPrograms(esbuild, outdir), buildAssets(esbuild, assets)])
  const pressed = await pressAssets(browser.metafile)
  const manifest = toManifest(browser.metafile)
  await writeFile(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeFile(join(outdir, stamp), sourcesNow())
  if (clean) await removeAllBut(outdir, [server, browser], pressed)
  return manifest
}

/**
 * Writes a `.br` beside each style sheet and script, pressed as small as it goes: made once here and sent many times, where the server presses a
 * page anew each time and has to be quick. Answers what was written.
 */
async function pressAssets({ outputs }) {
  const sources = Object.keys(outputs).filter((path) => /\.(css|js)$/.test(path))
  return Promise.all(
    sources.map(async (path) => {
      const place = `${resolve(root, path)}.br`
      await writeFile(place, brotliCompressSync(readFileSync(resolve(root, path))))
      return place
    }),
  )
}

/** Afterwards, so a build that fails leaves what was there. */
async function removeAllBut(outdir, builds, pressed) {
  const written = builds.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((path) => resolve(root, path))
  const kept = new Set([...written, ...pressed, join(outdir, stamp), join(outdir, 'assets/manifest.json')])
  for (const name of await readdir(outdir, { recursive: true })) {
    const path = join(outdir, name)
    if (!kept.has(path) && statSync(path).isFile()) await rm(path)
  }
}

const stamp = '.built-from'

/** Builds `dist/` unless it was built from exactly the sources that are here now. */
export function buildWhenNeeded() {
  return alone('build', async () => {
    const place = join(root, 'dist', stamp)
    if (existsSync(place) && readFileSync(place, 'utf8') === sourcesNow()) return
    await build({ clean: false })
  })
}

/** A fingerprint of everything a build reads, by name, size and time of change. */
function sourcesNow() {
  const hash = createHash('sha256')
  for (const place of ['src', 'scripts/build.mjs', 'package-lock.json']) {
    const names = statSync(join(root, place)).isDirectory()
      ? readdirSync(join(root, place), { recursive: true }).sort()
      : ['']
    for (const name of names) {
      const file = statSync(join(root, place, name), { throwIfNoEntry: false })
      if (file?.isFile()) hash.update(`${place}/${name} ${file.size} ${file.mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function buildPrograms(esbuild, outdir) {
  const entryPoints = Object.fromEntries(
    Object.entries(programs).filter(([, source]) => existsSync(join(root, source))),
  )
  return esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: packages.filter((name) => !bundled.includes(name)).flatMap((name) => [name, `${name}/*`]),
    // React looks at NODE_ENV by itself, and outside production makes every page several times dearer; to us that variable
    // says something else (see the settings). Nothing of ours reads it in this form.
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    jsx: 'automatic',
    sourcemap: 'linked',
    loader: { '.sql': 'text', '.svg': 'text' },
    metafile: true,
    logLevel: 'warning',
  })
}

function buildAssets(esbuild, outdir) {
  const sources = {
    main: 'src/design/styles/main.css',
    plots: 'src/design/styles/plots.css',
    app: 'src/browser/main.ts',
  }
  const entryPoints = Object.fromEntries(Object.entries(sources).filter(([, source]) => existsSync(join(root, source))))
  return esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    loader: fonts,
    metafile: true,
    logLevel: 'warning',
  })
}

/** What a page needs to know: the style sheet of every page and the one of plots, the one script, and the fonts to fetch early. */
function toManifest(metafile) {
  const files = Object.entries(metafile.outputs).map(([path, output]) => ({ name: basename(path), output }))
  const nameOf = (start, ending) =>
    files.find(({ name, output }) => output.entryPoint && name.startsWith(start) && name.endsWith(ending))?.name ?? null
  return {
    css: nameOf('main-', '.css'),
    plotsCss: nameOf('plots-', '.css'),
    script: nameOf('app-', '.js'),
    fonts: files.map(({ name }) => name).filter((name) => name.endsWith('.woff2')),
  }
}

const startedDirectly = process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href
if (startedDirectly) {
  const started = performance.now()
  await build()
  console.log(`Gebouwd in ${Math.round(performance.now() - started)} ms`)
}
