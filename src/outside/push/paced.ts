import { setTimeout as after } from 'node:timers/promises'

import type { Push } from './push.ts'

/**
 * Lets so many messages a second leave, evenly: encrypting one takes about a millisecond, and the process that does it
 * may also be the one that answers pages.
 */
export function paced(push: Push, perSecond: number): Push {
  let next = 0
  return {
    async send(to, message) {
      const now = performance.now()
      const at = Math.max(now, next)
      next = at + 1000 / perSecond
      if (at > now) await after(at - now)
      return push.send(to, message)
    },
  }
}
