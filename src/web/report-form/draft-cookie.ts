import type { CityId, DraftKey } from '#src/domain/id.ts'
import { cookie, ownCookie } from '../cookies.ts'
import { draftKey } from '../form/fields.ts'

/** A day: as long as files wait for their report. */
const seconds = 24 * 60 * 60

/** The draft that this browser has begun in a city. Null when there is none, or somebody made it up. */
export function draftKeyOf(request: Request, city: CityId, secure: boolean): DraftKey | null {
  const value = cookie(request, nameFor(city), secure)
  return value ? draftKey({ key: [value] }) : null
}

/** Finds the form again after Back, or a lost session. For every path: signing in ends by sending the draft. */
export function draftCookie(city: CityId, key: DraftKey, secure: boolean): [name: string, value: string] {
  return ['set-cookie', ownCookie({ name: nameFor(city), value: key, seconds, secure })]
}

/** Random through and through: knowing the key is what permits to see a draft and its files. */
export function freshKey(): DraftKey {
  return crypto.randomUUID() as DraftKey
}

const nameFor = (city: CityId): string => `draft-${city}`
