import type { FollowKey, StopKey, SubscriptionId } from '#src/domain/id.ts'
import type { RouteKey } from '#src/web/routes.ts'
import { aKey } from '#test/some-reports.ts'
import type { Asked } from './asked.ts'

const noKey = '5b1f0e52-0000-4000-8000-000000000001'
const noFollow = noKey as FollowKey
const noSubscription = noKey as SubscriptionId

/** What is asked of the addresses by which one supports or follows something. */
export const following = {
  supportReport: [
    {
      about: 'that is public',
      address: (to, { town, open }) => to.supportReport(town.city, open.number),
      fields: nothing,
    },
    {
      about: 'that waits for a moderator',
      address: (to, { town, sent }) => to.supportReport(town.city, sent.number),
      fields: nothing,
    },
  ],
  showStopSupport: [
    { about: 'by the key in a letter', address: (to, { town, stop }) => to.showStopSupport(town.city, stop) },
    { about: 'by a guessed key', address: (to, { town }) => to.showStopSupport(town.city, noKey as StopKey) },
  ],
  stopSupport: [
    {
      about: 'by a guessed key',
      address: (to, { town }) => to.stopSupport(town.city, noKey as StopKey),
      fields: nothing,
    },
    {
      about: 'by the key in a letter',
      address: async (to, { town, freshStop }) => to.stopSupport(town.city, await freshStop()),
      fields: nothing,
    },
  ],
  showFollow: [
    {
      about: 'a report that is public',
      address: (to, { town, open }) => `${to.showFollow(town.city)}?report=${open.number}`,
    },
    {
      about: 'a report that waits for a moderator',
      address: (to, { town, sent }) => `${to.showFollow(town.city)}?report=${sent.number}`,
    },
  ],
  follow: [
    {
      about: 'a report that is public',
      address: (to, { town }) => to.follow(town.city),
      fields: ({ open }) => ({ what: `report:${open.number}`, email: `${aKey()}@people.example` }),
    },
    {
      about: 'a report that waits for a moderator',
      address: (to, { town }) => to.follow(town.city),
      fields: ({ sent: one }) => ({ what: `report:${one.number}`, email: `${aKey()}@people.example` }),
    },
    { about: 'nothing', address: (to, { town }) => to.follow(town.city), fields: nothing },
  ],
  mailSent: [{ address: (to, { town }) => to.mailSent(town.city) }],
  showConfirmFollow: [
    {
      about: 'by the key in a letter',
      address: async (to, { town, unconfirmed }) => to.showConfirmFollow(town.city, await unconfirmed()),
    },
    { about: 'by a guessed key', address: (to, { town }) => to.showConfirmFollow(town.city, noSubscription) },
  ],
  confirmFollow: [
    {
      about: 'by the key in a letter',
      address: async (to, { town, unconfirmed }) => to.confirmFollow(town.city, await unconfirmed()),
      fields: nothing,
    },
    {
      about: 'by a guessed key',
      address: (to, { town }) => to.confirmFollow(town.city, noSubscription),
      fields: nothing,
    },
  ],
  following: [
    { about: 'by the key in a letter', address: (to, { town, followed }) => to.following(town.city, followed) },
    { about: 'by a guessed key', address: (to, { town }) => to.following(town.city, noFollow) },
  ],
  changeFollowing: [
    {
      about: 'by a guessed key',
      address: (to, { town }) => to.changeFollowing(town.city, noFollow),
      fields: nothing,
    },
    {
      about: 'by the key in a letter',
      address: async (to, { town, freshFollowed }) => to.changeFollowing(town.city, await freshFollowed()),
      fields: nothing,
    },
  ],
} as const satisfies Partial<Record<RouteKey, readonly [Asked, ...Asked[]]>>

function nothing(): Record<string, string> {
  return {}
}
