// From the sources only (tests and measurements): bundles the thread first and runs that. In the product the bundle stands beside the
// program and this file is not there.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [fileURLToPath(new URL('./divide-worker.ts', import.meta.url))],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
})
const { contents } = outputFiles[0]
// Inside the project, so that packages are found; named after what is in it, so that two at once write the same.
const folder = join(root, 'node_modules/.cache/wijkpoort')
const file = join(folder, `divide-worker-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.mjs`)
if (!existsSync(file)) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, contents)
  renameSync(`${file}.${process.pid}`, file)
}
await import(pathToFileURL(file).href)
