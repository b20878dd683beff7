// What a bare machine needs before anything of the product can run. Node only: the packages may not be there yet.
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** One sentence when this Node is too old, else undefined. The lowest versions are those of package.json `engines`. */
export function nodeTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return undefined
  return `Wijkpoort heeft Node 20.19 of nieuwer nodig (liefst 24); dit is Node ${version}.`
}

/**
 * Whether node_modules differs from the lockfile, by the record npm itself keeps of what it installed. Packages for other
 * machines are never there, and those for development only count when `dev` is asked.
 */
export function installNeeded({ folder = root, dev }) {
  const recordFile = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(recordFile)) return true
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
  const record = JSON.parse(readFileSync(recordFile, 'utf8')).packages
  return Object.entries(wanted).some(([path, { version, optional, dev: forDev, devOptional, peer }]) => {
    if (path === '') return false
    const installed = record[path]
    if (installed) return installed.version !== version || !existsSync(join(folder, path))
    return !optional && !devOptional && !peer && (dev || !forDev)
  })
}

/**
 * `npm ci`, telling every few seconds that it still works. One at a time: two would empty each other's folder. What is for
 * development only comes along when asked for, or when it was there already.
 */
export async function install({ dev }) {
  if (!installNeeded({ dev })) return
  await alone('install', async () => {
    if (!installNeeded({ dev })) return
    const which = dev || existsSync(join(root, 'node_modules/vitest')) ? '--include=dev' : '--omit=dev'
    await withProgress('Pakketten installeren (npm ci)', async () => {
      // What npm keeps from before saves asking the registry; when that is too old, it has to ask.
      await run(npm(), ['ci', which, '--prefer-offline']).catch(() => run(npm(), ['ci', which]))
    })
  })
}

/** Runs `work` while no other process of this checkout does; a lock of a process that died is taken over. */
export async function alone(what, work) {
  const place = join(tmpdir(), `wijkpoort-${what}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`)
  const mine = `${place}.${randomUUID()}`
  // Linked into place when complete: nobody ever reads a lock without a process number in it.
  await writeFile(mine, String(process.pid))
  try {
    while (!(await linked(mine, place))) {
      const holder = readFileIfThere(place)
      if (holder !== '' && !isAlive(Number(holder))) await takeAway(place, holder)
      else await pause(200)
    }
  } finally {
    await rm(mine)
  }
  try {
    return await work()
  } finally {
    await rm(place, { force: true })
  }
}

async function linked(from, to) {
  try {
    await link(from, to)
    return true
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault
    return false
  }
}

/** Moved aside first, and put back when another took it over just before. */
async function takeAway(place, holder) {
  const aside = `${place}.${randomUUID()}`
  await rename(place, aside).catch(() => undefined)
  if (readFileIfThere(aside) !== holder) await link(aside, place).catch(() => undefined)
  await rm(aside, { force: true })
}

function readFileIfThere(place) {
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  if (!pid) return false
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

/** npm as it was started, or the npm on the PATH. */
function npm() {
  const path = process.env.npm_execpath
  return path?.endsWith('.js') && existsSync(path) ? [process.execPath, path] : ['npm']
}

export async function withProgress(what, work) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.log(`${what} …`)
  const tell = setInterval(() => console.log(`  nog bezig, ${seconds()} s`), 5_000)
  try {
    await work()
  } finally {
    clearInterval(tell)
  }
  console.log(`  klaar in ${seconds()} s`)
}

/** Runs quietly; when it fails, the fault holds all it said. */
export function run([command, ...first], args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(said)
      else reject(new Error(`${[command, ...first, ...args].join(' ')} (${code})\n${said.trim()}`))
    })
  })
}
