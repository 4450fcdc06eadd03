import type { MiddlewareHandler } from 'hono'

/** What is not found with a slash at its end is looked for without: at our own origin, whatever host a proxy or a client named. */
export function withoutLastSlash(origin: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const isPage = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isPage || c.res.status !== 404) return
    const { pathname, search } = new URL(c.req.url)
    if (!/.\/$/.test(pathname)) return
    c.res = undefined
    c.res = new Response(null, { status: 301, headers: { location: origin + pathname.slice(0, -1) + search } })
  }
}
