import { z } from 'zod'

import type { CityId } from '#src/domain/id.ts'

/** What signing in leads to: a page of ours, or the report of a city that waits to be sent. */
export type WayOn = { readonly kind: 'page'; readonly path: string } | { readonly kind: 'draft'; readonly city: CityId }

/** Carried from step to step in a cookie of its own, so that an address of a person never stands in an address of a page. */
export type Steps = { readonly email: string; readonly wayOn: WayOn | null }

export const stepsCookie = 'sign_in'

const shape = z.object({
  email: z.string().max(254),
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
  return isOwnPath(value) ? { kind: 'page', path: value } : null
}

/** A path, never another site: `//host`, `/\host` and the like are refused. */
export function isOwnPath(value: string): boolean {
  if (!/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value)) return false
  const base = 'http://own.invalid'
  return URL.parse(value, base)?.origin === base
}

export function stepsToCookie(steps: Steps, secure: boolean): string {
  const value = Buffer.from(JSON.stringify(steps)).toString('base64url')
  return `${stepsCookie}=${value}; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

export const stepsForgotten = `${stepsCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

/** Null when there is none, or somebody made it up. */
export function stepsFromCookie(value: string | undefined): Steps | null {
  if (!value) return null
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')))
    if (!parsed.success) return null
    const { email, wayOn } = parsed.data
    if (wayOn?.kind === 'page' && !isOwnPath(wayOn.path)) return { email, wayOn: null }
    return { email, wayOn: wayOn?.kind === 'draft' ? { kind: 'draft', city: wayOn.city as CityId } : wayOn }
  } catch {
    return null
  }
}
