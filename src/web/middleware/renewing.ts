import type { MiddlewareHandler } from 'hono'

import type { Env } from '../app.ts'

/**
 * Sends what prolongs a session along with an answer that is for one person alone: what others may keep carries no cookie.
 * An answer with cookies of its own is left as it is: it may be the one that signs in somebody else, or out.
 */
export const renewing: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  const isForOne = /\b(?:private|no-store)\b/.test(headers.get('cache-control') ?? '')
  if (!isForOne || headers.has('set-cookie')) return
  for (const cookie of c.get('renewed') ?? []) c.res.headers.append('set-cookie', cookie)
}
