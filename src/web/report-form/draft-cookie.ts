import type { CityId, DraftKey } from '#src/domain/id.ts'
import { cookie, ownCookie } from '../cookies.ts'
import { draftKey } from '../form/fields.ts'
import { type Marked, markOf, type Viewer } from '../viewer.ts'

/** A day: as long as files wait for their report. */
const seconds = 24 * 60 * 60

/**
 * The draft that this browser has begun in a city. Null when there is none, when another person began it than the one
 * who looks or has just signed in, or when somebody made it up.
 */
export function draftKeyOf(request: Request, city: CityId, secure: boolean, viewer: Marked): DraftKey | null {
  const [key = '', begunBy] = cookie(request, nameFor(city), secure)?.split('.') ?? []
  const mark = markOf(viewer)
  const isAnothers = begunBy !== undefined && mark !== null && begunBy !== mark
  return isAnothers ? null : draftKey({ key: [key] })
}

/** Finds the form again after Back, or a lost session. For every path: signing in ends by sending the draft. */
export function draftCookie(
  city: CityId,
  key: DraftKey,
  secure: boolean,
  viewer: Viewer,
): [name: string, value: string] {
  const mark = markOf(viewer)
  return ['set-cookie', ownCookie({ name: nameFor(city), value: mark ? `${key}.${mark}` : key, seconds, secure })]
}

/** What was begun in these cities is nothing to who comes next to this browser. */
export function draftsForgotten(cities: Iterable<CityId>, secure: boolean): readonly string[] {
  return [...cities].map((city) => ownCookie({ name: nameFor(city), value: '', seconds: 0, secure }))
}

/** Random through and through: knowing the key is what permits to see a draft and its files. */
export function freshKey(): DraftKey {
  return crypto.randomUUID() as DraftKey
}

const nameFor = (city: CityId): string => `draft-${city}`
