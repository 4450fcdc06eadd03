import { news, toldOf } from '#src/domain/news.ts'
import type { Means } from '#src/operations/means.ts'
import { deliver, fromTheFirst } from '#src/store/deliveries.ts'
import { findEvent } from '#src/store/events.ts'
import type { Jobs } from '#src/store/queue.ts'

/** Followers told in one statement: short enough that nobody waits for it. */
const some = 1000

/**
 * Makes one delivery for each follower who hears of an event, some in each transaction, then asks for their letters.
 * Done again, also from the middle, it adds nothing.
 */
export async function tellFollowers(
  { store, now }: Pick<Means, 'store' | 'now'>,
  { city, seq }: Jobs['tell_followers'],
): Promise<void> {
  const event = await findEvent(store.of(city), seq)
  if (event?.kind !== 'moved') return
  const { act, at: happened } = event
  const step = { seq: toldOf({ seq, act }), topics: news[act.kind].followers, happened, at: now(), most: some }
  let after: string | null = fromTheFirst
  let told = false
  while (after) {
    const from: string = after
    after = await store.inCity(city, (tx) => deliver(tx, { ...step, after: from }))
    told ||= after !== null
  }
  if (!told) return
  await store.inCity(city, async (tx) => {
    await store.queue.send(tx, 'gather_letters', { city })
    await store.queue.send(tx, 'tell_devices', { city, seq })
  })
}
