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
stopWithNpm()
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist/main.js')).href)

/** npm killed with SIGKILL cannot pass it on; a product without its npm would keep the port and the data. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
