import { trips } from '#platform/database/transaction.ts'

/**
 * How often a look goes to the database and back. An app that was started has work of its own each minute, which may fall in
 * between: that only adds, so of some looks the one with the fewest is the look itself.
 */
export async function tripsOf(look: () => Promise<unknown>): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY
  for (let looks = 0; looks < 10 && fewest > 1; looks += 1) {
    const before = trips.count
    await look()
    fewest = Math.min(fewest, trips.count - before)
  }
  return fewest
}
