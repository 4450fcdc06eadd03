import { toldOf } from '#src/domain/news.ts'
import { pushesOf } from '#src/domain/pushing.ts'
import type { Means } from '#src/operations/means.ts'
import { fromTheFirst } from '#src/store/deliveries.ts'
import { findEvent } from '#src/store/events.ts'
import { tellOfStep } from '#src/store/pushes.ts'
import type { Jobs } from '#src/store/queue.ts'

/** Devices told in one statement: short enough that nobody waits for it. */
const some = 1000

/**
 * Makes a row for each device whose owner hears of an event, some in each transaction, and asks for them to be sent. It
 * is asked for when notices are made, and again when followers are told. Done again, also from the middle, it adds nothing.
 */
export async function tellDevices(
  { store, now }: Pick<Means, 'store' | 'now'>,
  { city, seq }: Jobs['tell_devices'],
): Promise<void> {
  const event = await findEvent(store.of(city), seq)
  if (!event) return
  const told = event.kind === 'moved' ? toldOf(event) : seq
  const kind = event.kind === 'moved' ? event.act.kind : 'submitted'
  const step = { seq, told, ...pushesOf(kind), at: now(), most: some }
  for (let after: string | null = fromTheFirst; after; ) {
    const from: string = after
    after = await store.inCity(city, async (tx) => {
      const { last, made } = await tellOfStep(tx, { ...step, after: from })
      if (made > 0) await store.queue.send(tx, 'send_pushes', { city })
      return last
    })
  }
}
