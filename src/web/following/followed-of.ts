import type { Topic } from '#src/domain/following.ts'
import type { FollowKey } from '#src/domain/id.ts'
import { ofAddress, type Subscription } from '#src/store/subscriptions.ts'
import type { Context } from '../context.ts'
import type { Viewer } from '../viewer.ts'
import { fieldValue } from './topic-in-form.ts'

/** What this reader follows of these things of the city, however far around a place; nothing while not signed in. */
export async function followedOf(
  { guide, means }: Pick<Context<'report' | 'showFollow'>, 'guide' | 'means'>,
  viewer: Viewer,
  topics: readonly Topic[],
): Promise<readonly (Subscription & { readonly key: FollowKey })[]> {
  if (viewer.kind !== 'person') return []
  const values = new Set(topics.map(fieldValue))
  const all = await ofAddress(means.store.whole, viewer.email)
  return all.filter(({ city, topic }) => city === guide.city.id && values.has(fieldValue(topic)))
}
