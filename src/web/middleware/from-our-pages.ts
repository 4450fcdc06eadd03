import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

const changesNothing: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Lets through what changes something only when the browser says that a page of ours asked for it, whatever the body
 * is said to be: hono's own check leaves out bodies that are no form, and what has no body asks for less than a form.
 */
export function fromOurPages(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const { method, headers } = c.req.raw
    const isOurs = headers.get('sec-fetch-site') === 'same-origin' || headers.get('origin') === origin
    if (!isOurs && !changesNothing.includes(method)) throw new HTTPException(403)
    await next()
  }
}

/**
 * The same for what a phone hands over from another app, which no page asks for: without an origin, or with a secret one
 * (`null`). A page that hides its origin passes too, so whoever lets these through must do nothing that a page could gain by.
 */
export function fromNoOtherPage(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const named = c.req.header('origin') ?? 'null'
    if (named !== 'null' && named !== origin) throw new HTTPException(403)
    await next()
  }
}
