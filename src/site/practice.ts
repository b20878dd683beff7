import type { Config } from '#platform/config.ts'
import type { Installation } from '#platform/database/installation.ts'
import { StartRefusal } from '#platform/start-refusal.ts'

type Wishes = Pick<Config, 'practice' | 'production' | 'databaseUrl'>

/**
 * Whether this is a practice region: what the database was made as, never something that is switched on over it. In practice
 * anyone can be anyone, so a database with real people must not become one.
 */
export function decidePractice(wishes: Wishes, installation: Installation | undefined): boolean {
  const wanted = wishes.practice === undefined ? undefined : wishes.practice === 'yes'
  if (!installation) return wanted ?? (!wishes.production && !wishes.databaseUrl)
  if (wanted === true && !installation.practice) {
    throw new StartRefusal(
      'Deze database is niet als oefenregio gemaakt; PRACTICE=yes kan alleen op een lege database.',
      78,
    )
  }
  if (installation.practice && (wanted === false || (wishes.production && wanted !== true))) {
    throw new StartRefusal(
      'Deze database is een oefenregio waar iedereen zonder wachtwoord binnenkomt; gebruik een lege database voor echt werk.',
      78,
    )
  }
  return installation.practice
}
