import { z } from 'zod'

import type { CityId } from '#src/domain/id.ts'
import { cookie, ownCookie } from '../cookies.ts'
import { addresses } from '../match.ts'
import { ownPath } from '../own-path.ts'

/** What signing in leads to: a page of ours, or the report of a city that waits to be sent. */
export type WayOn = { readonly kind: 'page'; readonly path: string } | { readonly kind: 'draft'; readonly city: CityId }

/** Carried from step to step in a cookie of its own, so that an address of a person never stands in an address of a page. */
export type Steps = { readonly email: string; readonly wayOn: WayOn | null }

const name = 'sign_in'

/** An address that a letter can be sent to. */
export const emailAddress = z.email().max(254)

const shape = z.object({
  email: emailAddress,
  wayOn: z.union([
    z.object({ kind: z.literal('page'), path: z.string() }),
    z.object({ kind: z.literal('draft'), city: z.string() }),
    z.null(),
  ]),
})

/** What `?continue=` of the sign-in page names: a city whose draft waits, or a path of ours; anything else is nothing. */
export function wayOnFrom(value: string | null, isCity: (id: string) => boolean): WayOn | null {
  if (!value) return null
  if (isCity(value)) return { kind: 'draft', city: value as CityId }
  const path = ownPath(value)
  return path === null ? null : { kind: 'page', path }
}

/** What one signs in for: to send a report, or what was being written when a session ended, or to add to a report; null: for any page. */
export function whyOf(wayOn: WayOn): 'report' | 'kept' | 'addition' | null {
  if (wayOn.kind === 'draft') return 'report'
  const { pathname, searchParams } = new URL(wayOn.path, 'http://own.invalid')
  if (['draft', 'opinion'].some((name) => searchParams.has(name))) return 'kept'
  return addresses.some(({ key, test }) => key === 'addition' && test.test(pathname)) ? 'addition' : null
}

/** As `Set-Cookie` has it, for half an hour. */
export function stepsToCookie(steps: Steps, secure: boolean): string {
  const value = Buffer.from(JSON.stringify(steps)).toString('base64url')
  return ownCookie({ name, value, seconds: 1800, secure })
}

export function stepsForgotten(secure: boolean): string {
  return ownCookie({ name, value: '', seconds: 0, secure })
}

/** Null when there is none, or somebody made it up. */
export function stepsFromCookie(request: Request, secure: boolean): Steps | null {
  const value = cookie(request, name, secure)
  if (!value) return null
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')))
    return parsed.success ? { email: parsed.data.email, wayOn: checked(parsed.data.wayOn) } : null
  } catch {
    return null
  }
}

function checked(wayOn: z.infer<typeof shape>['wayOn']): WayOn | null {
  if (wayOn?.kind === 'draft') return { kind: 'draft', city: wayOn.city as CityId }
  const path = wayOn && ownPath(wayOn.path)
  return path ? { kind: 'page', path } : null
}
