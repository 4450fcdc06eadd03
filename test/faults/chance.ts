import type { Database } from '../database.ts'
import { serverUrl } from '../server.ts'

/** How many times in each fault test, and on each database: `npm run faults` asks for more. */
export const times = Number(process.env.FAULTS ?? 3)

/** True in `npm run faults`: what takes long, and has a short form elsewhere, is tried there alone. */
export const isLong = process.env.FAULTS !== undefined

/** What all that is left to chance is drawn from. It is printed, so that the same can be asked for again: `SEED=… npm run faults`. */
export const seed = process.env.SEED ?? String(Date.now())

/** True where a fault is to be tried on this database: `npm run faults` tries it on all there are, else on one. */
export function isTriedOn(database: Database, one: Database): boolean {
  return serverUrl ? isLong || database === one : database === 'PGlite'
}
