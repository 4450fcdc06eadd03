import { latestDigest, pause } from '#src/domain/following.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Means } from '#src/operations/means.ts'
import { gather, giveUp } from '#src/store/deliveries.ts'
import type { Parts } from './parts.ts'

const some = 1000

/** The queue tries a letter for about three days. */
const triedFor = { hours: 4 * 24 }

/**
 * Makes letters of all that followers have to be told by now, in one city or in all, and a job for each. What is due is
 * seen from when it happened: asked for late, twice or from several processes at once, it makes each letter once.
 */
export async function gatherLetters(
  { means, guides }: Pick<Parts, 'guides'> & { readonly means: Pick<Means, 'store' | 'now'> },
  { city }: { readonly city?: Guide['city']['id'] },
): Promise<void> {
  const cities = [...guides.values()].map((guide) => guide.city).filter(({ id }) => !city || id === city)
  for (const { id, timeZone } of cities) while ((await gatherSome(means, id, timeZone)) === some);
}

async function gatherSome(
  { store, now }: Pick<Means, 'store' | 'now'>,
  city: Guide['city']['id'],
  timeZone: string,
): Promise<number> {
  const at = now()
  const due = { now: at, writtenBefore: at.subtract(pause), digest: latestDigest(at, timeZone), most: some }
  return store.inCity(city, async (tx) => {
    await giveUp(tx, at.subtract(triedFor), at)
    const letters = await gather(tx, due)
    await store.queue.sendAll(
      tx,
      'send_letter',
      letters.map((letter) => ({ city, letter })),
    )
    return letters.length
  })
}
