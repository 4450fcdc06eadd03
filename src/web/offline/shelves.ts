/** The caches of this device. What belongs to a person has one of its own, which goes with them. */
export const shelves = {
  /** The build's files. */
  built: 'built',
  /** Pages of a city that are kept before anybody looks at them: the form, help, what works without a connection. */
  ready: 'ready',
  /** Pages that were looked at by nobody in particular. */
  seen: 'seen',
  /** A city's streets, when the person asked for them. */
  map: 'map',
} as const

const ofPersons = 'mine-'

/** The cache of the pages drawn for this person. */
export function shelfOf(viewer: string): string {
  return ofPersons + viewer
}

let holder: string | null | undefined
let turns = 0

/** What tells, later, whether the device is still with who had it when this was asked: pages on their way come late. */
export function holding(): () => boolean {
  const turn = turns
  return () => turn === turns
}

/** True while the device is this person's. */
export function holds(viewer: string): boolean {
  return holder === viewer
}

/** The person has left: every page drawn for anyone goes, also what is on its way. */
export function forgetAll(): Promise<void> {
  turns++
  return forgetOthers(null)
}

/** Takes away every page drawn for anyone but this person, who has the device from now on; null: for anyone. */
export async function forgetOthers(viewer: string | null): Promise<void> {
  if (holder !== undefined && viewer !== holder) turns++
  holder = viewer
  const own = viewer === null ? null : shelfOf(viewer)
  const names = (await caches.keys()).filter((name) => name.startsWith(ofPersons) && name !== own)
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** Where a page may lie, the most personal first: there is at most one person at a time. */
export async function shelvesToLookIn(): Promise<readonly Cache[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(ofPersons))
  return Promise.all([...names, shelves.seen, shelves.ready].map((name) => caches.open(name)))
}
