import { createHmac } from 'node:crypto'

import { count, type Limit } from '#src/store/rate-limits.ts'
import type { Store } from '#src/store/store.ts'

/** How often a thing may be tried. A network is shared by a family, or a whole school. */
export const limits = {
  code_to_address: { most: 5, seconds: 3600 },
  code_from_network: { most: 30, seconds: 3600 },
  code_tries_from_network: { most: 60, seconds: 3600 },
  report_by_person: { most: 30, seconds: 86_400 },
  draft_from_network: { most: 300, seconds: 3600 },
  upload_from_network: { most: 300, seconds: 3600 },
  upload_by_person: { most: 200, seconds: 3600 },
  upload_kilobytes_from_network: { most: 20_000_000, seconds: 86_400 },
  upload_kilobytes_by_person: { most: 2_000_000, seconds: 86_400 },
  places_from_network: { most: 3000, seconds: 3600 },
  export_from_network: { most: 600, seconds: 3600 },
  known_from_network: { most: 1200, seconds: 3600 },
  act_by_person: { most: 600, seconds: 3600 },
  follow_to_address: { most: 5, seconds: 3600 },
  follow_from_network: { most: 60, seconds: 3600 },
  returned_from_network: { most: 20_000, seconds: 3600 },
  link_from_network: { most: 300, seconds: 3600 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** Counts one more try, or so many at once; the seconds to wait when that is too many, else null. */
export type CountTry = (name: LimitName, who: string, now: Temporal.Instant, times?: number) => Promise<number | null>

/** Limits hold across processes. What is counted is kept as a keyed hash: the table tells nobody's address. */
export function limitsOn({ whole }: Pick<Store, 'whole'>, secret: string): CountTry {
  return (name, who, now, times) =>
    count(whole, createHmac('sha256', secret).update(`${name} ${who}`).digest('base64url'), limits[name], now, times)
}
