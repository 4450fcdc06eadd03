import type { Common } from '../context.ts'

/** A form that came back is kept by its browser, for Back leads to it and a POST is not asked for anew; a page that is looked at is not kept at all. */
export function keptForBack({ request }: Pick<Common, 'request'>): [name: string, value: string] {
  return ['cache-control', request.method === 'POST' ? 'private, no-cache' : 'no-store']
}
