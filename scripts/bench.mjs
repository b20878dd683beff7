// `npm run bench -- NAME …`: builds the product and one benchmark, and runs it. Without a name: tells which there are.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenNeeded } from './build.mjs'
import { install, root } from './install.mjs'
import { runSource } from './run-source.mjs'

process.chdir(root)
await install({ dev: true })
const name = process.argv[2]
const source = join(root, 'bench', `${name}.ts`)
if (!name || !existsSync(source)) {
  const names = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.ts'))
  console.log(`Kies een meting: ${names.map((file) => file.slice(0, -3)).join(', ')}`)
  process.exit(name ? 78 : 0)
}
await buildWhenNeeded()
process.argv.splice(2, 1)
await runSource(source, `dist/bench/${name}.js`)
