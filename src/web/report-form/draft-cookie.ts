import type { CityId, DraftKey } from '#src/domain/id.ts'
import { draftKey } from '../form/fields.ts'

/** A day: as long as files wait for their report. */
const seconds = 24 * 60 * 60

/** The draft that this browser has begun in a city. Null when there is none, or somebody made it up. */
export function draftKeyOf({ headers }: Request, city: CityId): DraftKey | null {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  const start = `${nameFor(city)}=`
  const value = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length)
  return value ? draftKey({ key: [value] }) : null
}

/** Finds the form again after Back, or a lost session. For every path: signing in ends by sending the draft. */
export function draftCookie(city: CityId, key: DraftKey, secure: boolean): [name: string, value: string] {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return ['set-cookie', `${nameFor(city)}=${key}; ${attributes}`]
}

/** Random through and through: knowing the key is what permits to see a draft and its files. */
export function freshKey(): DraftKey {
  return crypto.randomUUID() as DraftKey
}

const nameFor = (city: CityId): string => `draft-${city}`
