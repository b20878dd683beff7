// `npm run replay`: lives fourteen months of the practice region through under each way of working, and writes docs/replay.md with
// its pictures. A few minutes. SEEDS, LOAD_SEEDS and SIZE make it smaller or larger, OUT names another folder than docs.
import { install, nodeTooOld, root } from './install.mjs'
import { runSource } from './run-source.mjs'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exit(78)
}
process.chdir(root)
await install({ dev: true })
await runSource('src/demo/replay/replay-cli.ts', 'dist/replay/replay.js')
