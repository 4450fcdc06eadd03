import type { Registry } from 'prom-client'

import type { Handler } from '../context.ts'

/** The process is alive: it says nothing of what it depends on. */
export const healthz: Handler<'healthz'> = () => plain('ok', 200)

/** The database answers, so a balancer may send people here. */
export const readyz: Handler<'readyz'> = async ({ means }) =>
  (await means.store.answers()) ? plain('ready', 200) : plain('the database does not answer', 503)

/** For a collector on the same machine that asks by itself; through a proxy, or from elsewhere, there is no such page. */
export function metricsOf(registry: Registry): Handler<'metrics'> {
  return async ({ fromHere, problem }) => {
    if (!fromHere) return problem({ kind: 'not_found' })
    return new Response(await registry.metrics(), {
      headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
    })
  }
}

function plain(text: string, status: number): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
