import type { MiddlewareHandler } from 'hono'

import type { Env } from '../app.ts'

/** Sends what prolongs a session along with an answer that is for one person alone: what others may keep carries no cookie. */
export const renewing: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const isForOne = /\b(?:private|no-store)\b/.test(c.res.headers.get('cache-control') ?? '')
  if (!isForOne) return
  for (const cookie of c.get('renewed') ?? []) c.res.headers.append('set-cookie', cookie)
}
