import type { MiddlewareHandler } from 'hono'

import type { Env } from '../app.ts'
import type { Served } from './metrics.ts'

/** Gives each request its id, and tells `hear` of each answer: nothing of the person, the address or the body. */
export function observed(hear: (served: Served) => void): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = crypto.randomUUID().slice(0, 13)
    const start = performance.now()
    c.set('requestId', requestId)
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    const ms = Math.round((performance.now() - start) * 10) / 10
    hear({ requestId, method: c.req.method, route: c.get('route') ?? '-', status: c.res.status, ms })
  }
}
