// `npm run practice`: works on the practice region (make it again, replay a day); see its own --help.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenNeeded } from './build.mjs'
import { install, nodeTooOld, root } from './install.mjs'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exit(78)
}
process.chdir(root)
await install({ dev: false })
await buildWhenNeeded()
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist/practice.js')).href)
