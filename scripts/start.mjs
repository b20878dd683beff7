// `npm start`: from a fresh clone to a page, in one process. Signals reach the product itself.

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
try {
  await install({ dev: false })
  await buildWhenNeeded()
} catch (fault) {
  console.error(`Het klaarzetten is niet gelukt: ${fault.message}`)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist/main.js')).href)
