// After `npm install`: a registry mirror may lack packages for other machines (biome and oxc-parser on Windows and macOS).
// npm then leaves them out of the lockfile, and `npm ci` refuses that lockfile everywhere. This writes their entries back,
// with the machine they are for, so that `npm ci` passes over them on all other machines.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

/** Optional packages that the lockfile wants and does not describe: `[name, version, isForDevelopment]`. */
export function missingFromLockfile(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isDescribed(packages, path, name))
      .map(([name, version]) => [name, version, dev]),
  )
}

/** Node looks in the package itself, then in every folder above it. */
function isDescribed(packages, path, name) {
  const folders = path.split(/(?:^|\/)node_modules\//)
  return folders.some((_, index) => {
    const above = folders.slice(1, folders.length - index).map((folder) => `node_modules/${folder}`)
    return packages[[...above, `node_modules/${name}`].join('/')]
  })
}

/** The machine that a package is for, read from its name: `@oxc-parser/binding-linux-arm64-musl`. */
export function machineOf(name) {
  const words = name.split('/').at(-1).split('-')
  const one = (known) => words.find((word) => known.includes(word))
  const os = one(['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'])
  const cpu = one(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'])
  if (!os || !cpu) throw new Error(`Which machine is ${name} for?`)
  const libc = one(['gnu', 'gnueabihf', 'musl', 'musleabihf'])
  return { cpu: [cpu], os: [os], ...(os === 'linux' && libc && { libc: [libc.startsWith('musl') ? 'musl' : 'glibc'] }) }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = join(root, 'package-lock.json')
  const lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFromLockfile(lockfile.packages)
  for (const [name, version, dev] of missing) {
    lockfile.packages[`node_modules/${name}`] = { version, ...machineOf(name), ...(dev && { dev }), optional: true }
  }
  const sorted = Object.entries(lockfile.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
  console.log(`${missing.length} entries added`)
}
