import { confirmWithin, type FollowRefusal, type Frequency, type Topic } from '#src/domain/following.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CityId, FollowKey, SubscriptionId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { contains } from '#src/store/cities.ts'
import type { Tx } from '#src/store/store.ts'
import * as subscriptions from '#src/store/subscriptions.ts'
import type { Means } from './means.ts'

type Store = Pick<Means, 'store'>

/**
 * An address follows something of a city: at once when its owner asks, by a person signed in; else once that is confirmed
 * by the link in a letter, which alone goes to an address that has not asked.
 */
export async function follow(
  { store, now }: Pick<Means, 'store' | 'now'>,
  guide: Guide,
  wish: subscriptions.Wish,
  asks: 'owner' | 'anybody',
): Promise<Result<null, FollowRefusal>> {
  const at = now()
  return store.inCity(guide.city.id, async (tx) => {
    const refusal = await refusalOf(tx, guide, wish.topic)
    if (refusal) return refuse(refusal)
    const until = asks === 'owner' ? null : at.add(confirmWithin)
    const id = await subscriptions.subscribe(tx, wish, at, until)
    if (!id) return refuse('no_such_report')
    if (until) await store.queue.send(tx, 'send_confirmation', { city: tx.city, subscription: id })
    return ok(null)
  })
}

async function refusalOf(
  tx: Tx,
  { areas, categories, groups, organizations }: Guide,
  topic: Topic,
): Promise<FollowRefusal | null> {
  switch (topic.kind) {
    case 'report':
      return null
    case 'area':
      return areas.has(topic.area) ? null : 'unknown_topic'
    case 'category':
      return categories.has(topic.category) ? null : 'unknown_topic'
    case 'group':
      return groups.some(({ id }) => id === topic.group) ? null : 'unknown_topic'
    case 'organization':
      return organizations.has(topic.organization) ? null : 'unknown_topic'
    case 'circle':
      return (await contains(tx, topic.center)) ? null : 'outside_city'
  }
}

/** Whoever got the letter wants it. The key to all that the address follows; null when it is too late. Done twice, it is done once. */
export async function confirmFollowing(
  { store, now }: Pick<Means, 'store' | 'now'>,
  city: CityId,
  id: SubscriptionId,
  locale: Locale,
): Promise<FollowKey | null> {
  return store.inCity(city, (tx) => subscriptions.confirm(tx, id, locale, now()))
}

/** Ends one thing that is followed, or all. What was to be told of it is told no more. */
export async function stopFollowing(
  { store }: Store,
  city: CityId,
  key: FollowKey,
  what: SubscriptionId | 'all',
): Promise<void> {
  await store.inCity(city, (tx) => subscriptions.stop(tx, key, what))
}

/** From now on what is followed is told at once, or once a day. */
export async function changeFrequency(
  { store }: Store,
  city: CityId,
  key: FollowKey,
  { id, frequency }: { readonly id: SubscriptionId; readonly frequency: Frequency },
): Promise<void> {
  await subscriptions.setFrequency(store.of(city), key, id, frequency)
}
