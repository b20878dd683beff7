import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The key that belongs to a data folder: made at the first start, 32 random bytes, readable by its owner alone. Linked
 * into place only when complete, so two apps that start at once end up with the same one.
 */
export async function keptSecretKey(dataDir: string): Promise<Buffer> {
  const place = join(dataDir, 'secret-key')
  const kept = await readKey(place)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const fresh = `${place}.${randomBytes(6).toString('hex')}`
  await writeFile(fresh, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  await link(fresh, place).catch((fault) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  await rm(fresh)
  const ours = await readKey(place)
  if (!ours) throw new Error(`The key in ${place} is not complete`)
  return ours
}

async function readKey(place: string): Promise<Buffer | undefined> {
  const text = await readFile(place, 'utf8').catch((fault) => {
    if (fault.code !== 'ENOENT') throw fault
    return undefined
  })
  if (text === undefined) return undefined
  await chmod(place, 0o600)
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length < 32) throw new Error(`The key in ${place} is damaged; put it back from a backup`)
  return key
}
