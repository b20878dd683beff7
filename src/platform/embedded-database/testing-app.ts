import { startEmbeddedDatabase } from './index.ts'
import { littleSpace } from './testing.ts'

/**
 * The smallest app that uses the embedded database, for tests that need a process to kill. Says what happens in lines of
 * JSON; stops at the end of its input.
 */
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const log = {
  info: (text: string) => say({ text }),
  warn: (text: string) => say({ text }),
  error: (text: string) => say({ text }),
}

try {
  const database = await startEmbeddedDatabase({ dataDir: process.env.DATA_DIR ?? '', log, space: littleSpace })
  say({ ready: database.ownerConfig })
  process.stdin.on('end', () => void database.stop()).resume()
} catch (fault) {
  say({ refused: String(fault instanceof Error ? fault.message : fault), name: fault instanceof Error && fault.name })
  process.exit(fault instanceof Error && 'exitCode' in fault ? Number(fault.exitCode) : 1)
}
