import type { Actor } from '#src/domain/actor.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { MediaId, ReportId } from '#src/domain/id.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { type Draft, type Facts, type Objection, submit, writtenBefore } from '#src/domain/submission.ts'
import { contains } from '#src/store/cities.ts'
import * as drafts from '#src/store/drafts.ts'
import { record } from '#src/store/events.ts'
import * as appeals from '#src/store/formal-appeals.ts'
import * as media from '#src/store/media.ts'
import * as reports from '#src/store/reports.ts'
import type { Tx } from '#src/store/store.ts'
import { keepWritten } from '#src/store/written.ts'
import type { Means } from './means.ts'

/**
 * The only way a report begins: its number.
 *
 * The same draft again, however often and from however many processes, gives the number of the one report it made.
 */
export async function submitReport(
  { store, now, mint }: Means,
  guide: Guide,
  draft: Draft,
  by: Actor,
): Promise<Result<number, readonly Objection[]>> {
  const submitted = store.inCity<Result<number, readonly Objection[]>>(guide.city.id, async (tx) => {
    const earlier = await reports.findByDraft(tx, draft.key)
    if (earlier) return ok(earlier.number)

    const waiting = draft.media.length > 0 ? await media.lockWaiting(tx, draft.key) : []
    const decision = submit(draft, await factsAbout(tx, draft, guide, mint.id<'report'>(), waiting), by, now())
    if (!decision.ok) return (await madeByTwin(tx, draft)) ?? decision

    const { report, event } = decision.value
    // First: from the next statement on, the city's other reports wait for this one.
    await drafts.forget(tx, draft.key)
    const counted = await reports.insertOnce(tx, report)
    if (!counted) return ok((await reports.getByDraft(tx, draft.key)).number)

    await record(tx, event, counted.seq, null)
    const written = writtenBefore(draft, report.submittedAt)
    if (written) await keepWritten(tx, report.id, written)
    if (draft.appeal) await appeals.insert(tx, report.id, draft.appeal, report.submittedAt)
    await media.claim(tx, draft.media, report.id, counted.seq, { hidden: false, unseen: false })
    await store.queue.send(tx, 'announce_event', { city: tx.city, seq: counted.seq })
    return ok(counted.number)
  })
  return submitted.catch((fault: unknown) => {
    // The account was erased while its owner sent this.
    if (reports.lacksReporter(fault)) return refuse([{ kind: 'sign_in_needed' }])
    throw fault
  })
}

/**
 * What stands against a draft whose sender is not known yet: nothing when it could be sent, or was. The rules are those
 * of sending, and nothing is saved.
 */
export async function objectionsTo(
  { store, now, mint }: Means,
  guide: Guide,
  draft: Draft,
): Promise<readonly Objection[]> {
  const tx = store.of(guide.city.id)
  const waiting = draft.media.length > 0 ? await media.waitingFor(tx, draft.key) : []
  const ids = waiting.map(({ id }) => id)
  const asked = submit(draft, await factsAbout(tx, draft, guide, mint.id<'report'>(), ids), { kind: 'visitor' }, now())
  const objections = asked.ok ? [] : asked.problem.filter(({ kind }) => kind !== 'sign_in_needed')
  return objections.length > 0 && (await madeByTwin(tx, draft)) ? [] : objections
}

/** What a racing twin of the draft made since: its files, which it claimed, seemed to be gone. */
async function madeByTwin(tx: Tx, { key }: Draft): Promise<Result<number, never> | null> {
  const twin = await reports.findByDraft(tx, key)
  return twin && ok(twin.number)
}

async function factsAbout(
  tx: Tx,
  { location, categoryId }: Draft,
  { city, categories }: Guide,
  id: ReportId,
  waiting: readonly MediaId[],
): Promise<Facts> {
  return {
    id,
    city,
    insideCity: location === null || (await contains(tx, location)),
    category: categories.get(categoryId) ?? null,
    waitingMedia: new Set(waiting),
  }
}
