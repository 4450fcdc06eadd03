import type { City } from '#src/domain/city.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { digestNow, isMoot, overdue, reachedNow } from '#src/domain/reminding.ts'
import { administratorsWishing } from '#src/store/overdue-wishes.ts'
import { tellOfTerms } from '#src/store/pushes.ts'
import { insertOnce, owing, type Recipient, type Reminder, untold, withDigest } from '#src/store/reminders.ts'
import type { OpenTx } from '#src/store/store.ts'
import type { Parts } from './parts.ts'

/** What reminding is done with. */
type Reminding = { readonly means: Pick<Parts['means'], 'store' | 'now' | 'mint'>; readonly guides: Parts['guides'] }

/** Reports that one transaction reminds of: enough to be quick, few enough to be done soon. */
const atOnce = 200

/**
 * Makes a row for each who has to be reminded now, and a job to send it: both or neither, and each once, however often
 * and by however many processes this is done. Looked for by when an answer is due, so that a moment which no process
 * was awake for is made good by the next.
 */
export async function remind(parts: Reminding): Promise<void> {
  for (const guide of parts.guides.values()) {
    await remindOfTerms(parts, guide)
    await remindOfWeek(parts, guide)
  }
}

async function remindOfTerms({ means: { store, now, mint } }: Reminding, { city, organizations }: Guide) {
  const at = now()
  for (const reached of reachedNow(at, city)) {
    for (let found = atOnce; found === atOnce; ) {
      found = await store.inCity(city.id, async (tx) => {
        const reports = await untold(tx, reached, city.policy.waitingStopsTerm, atOnce)
        const administrators = reached.point === overdue ? await administratorsOf(tx, city) : []
        const reminders = reports.flatMap(({ report, organization, due, dueSince }) => {
          const moot = isMoot(reached.point, due, dueSince, city)
          const of = { report, point: reached.point }
          const hasHead = organizations.get(organization)?.headEmail !== undefined
          const told = [...recipientsAt(reached.point, hasHead, city.email !== undefined), ...administrators]
          return told.map((to) => ({
            ...{ id: mint.id<'notice'>(), organization, to, term: due, of, moot },
          }))
        })
        await sendOnce(tx, store.queue, reminders, at)
        return reports.length
      })
    }
  }
}

/** The organization before its answer is due; afterwards its head, or itself where none is named, and the city. */
function recipientsAt(point: number, hasHead: boolean, hasCity: boolean): readonly Recipient[] {
  if (point !== overdue) return ['organization']
  return [hasHead ? 'head' : 'organization', ...(hasCity ? (['city'] as const) : [])]
}

/** Each by themselves; whoever reads the city's own mail hears by that. */
async function administratorsOf(tx: OpenTx, city: City): Promise<readonly Recipient[]> {
  const wishing = await administratorsWishing(tx)
  return wishing.flatMap(({ id, email }) => (email === city.email?.toLowerCase() ? [] : [{ administrator: id }]))
}

/** Every organization of the city gets its row for the week at once, so that a later report begins none. */
async function remindOfWeek({ means: { store, now, mint } }: Reminding, { city, organizations }: Guide) {
  const at = now()
  const week = digestNow(at, city)
  if (!week) return
  await store.inCity(city.id, async (tx) => {
    const done = await withDigest(tx, week.from)
    const left = [...organizations.keys()].filter((organization) => !done.has(organization))
    if (left.length === 0) return
    const owe = await owing(tx, week.until, city.policy.waitingStopsTerm)
    const digestOf = (organization: OrganizationId) => ({
      ...{ id: mint.id<'notice'>(), organization, to: 'organization' as const, term: week.from, of: null },
      moot: !owe.has(organization),
    })
    await sendOnce(tx, store.queue, left.map(digestOf), at)
  })
}

async function sendOnce(
  tx: OpenTx,
  queue: Parts['means']['store']['queue'],
  reminders: readonly (Reminder & { readonly moot: boolean })[],
  at: Temporal.Instant,
): Promise<void> {
  const made = await insertOnce(tx, reminders, at)
  await queue.sendAll(
    tx,
    'send_reminder',
    made.map((reminder) => ({ city: tx.city, reminder })),
  )
  if ((await tellOfTerms(tx, made, at)) > 0) await queue.send(tx, 'send_pushes', { city: tx.city })
}
