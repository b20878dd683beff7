import { configureGlobal } from 'fast-check'

/**
 * The same cases in every run, so that a change fails only by what it changed. `PROPERTY_SEED` looks elsewhere: a number
 * repeats a run that failed (the failure prints it), `random` searches.
 */
const asked = process.env.PROPERTY_SEED
const seed = asked === 'random' ? Date.now() : Number(asked ?? 20261122)
if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is a whole number or "random", not "${asked}".`)
configureGlobal({ seed })
