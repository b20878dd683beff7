// `npm run replay`: lives fourteen months of the practice region through under each way of working, and writes docs/replay.md with
// its pictures. A few minutes. SEEDS, LOAD_SEEDS and SIZE make it smaller or larger, OUT names another folder than docs.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, nodeTooOld, root } from './install.mjs'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exit(78)
}
process.chdir(root)
await install({ dev: true })
const { build } = await import('esbuild')
const outfile = join(root, 'dist/replay/replay.js')
await build({
  absWorkingDir: root,
  entryPoints: [join(root, 'src/demo/replay/replay-cli.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  jsx: 'automatic',
  logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
