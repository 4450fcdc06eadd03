import type { Actor } from '#src/domain/actor.ts'
import { mayRead, readerOf } from '#src/domain/disclosure.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { PersonId } from '#src/domain/id.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { type Near, namesOf, near } from '#src/store/desk.ts'
import { eventsOf, type Recorded } from '#src/store/events.ts'
import * as media from '#src/store/media.ts'
import * as reports from '#src/store/reports.ts'
import type { Tx } from '#src/store/store.ts'

/** A report as somebody at a desk may see it: what they may not read is not in it. */
export type Opened = {
  readonly report: Report
  readonly seen: number
  readonly events: readonly Recorded[]
  readonly media: readonly media.ReportMedia[]
  readonly near: readonly Near[]
  readonly names: Names
  /** As whom the person reads it: the one of several who sees most. */
  readonly reader: Actor
  readonly mergedInto: number | null
}

export type Names = Awaited<ReturnType<typeof namesOf>>

/** Metres, and time, within which a report may be about the same thing. */
const around = { metres: 300, days: 90, most: 6 }

/** Null when there is no such report, or none of these actors works on it. */
export async function openReport(
  tx: Tx,
  number: number,
  { city }: Guide,
  actors: readonly Actor[],
  now: Temporal.Instant,
): Promise<Opened | null> {
  const report = await reports.findByNumber(tx, number)
  const reader = report && actors.find((actor) => ['moderator', 'responsible'].includes(readerOf(actor, report)))
  if (!report || !reader) return null

  const as = readerOf(reader, report)
  if (!isPublic(report) && !mayRead(as, 'unpublished_report', report)) return null

  const since = now.toZonedDateTimeISO(city.timeZone).subtract({ days: around.days }).toInstant()
  const [events, files, nearby, main] = await Promise.all([
    eventsOf(tx, report.id),
    media.ofReport(tx, report.id),
    report.location
      ? near(tx, report.location, {
          except: report.id,
          metres: around.metres,
          since,
          most: around.most,
          // Who may read this one because it is theirs may not read the next.
          withUnpublished: as === 'moderator',
        })
      : [],
    report.mergedInto ? reports.findById(tx, report.mergedInto) : null,
  ])
  const names = mayRead(as, 'staff_names', report) ? await namesOf(tx, peopleIn(events, report)) : new Map()
  return {
    report,
    seen: events.at(-1)?.seq ?? 0,
    events,
    media: files.filter(({ hidden }) => !hidden || mayRead(as, 'hidden_media', report)),
    near: nearby,
    names,
    reader,
    mergedInto: main?.number ?? null,
  }
}

function peopleIn(events: readonly Recorded[], { reporter }: Report): readonly PersonId[] {
  const actors = events.flatMap(({ by }) => ('id' in by && by.id ? [by.id] : []))
  return [...new Set([...actors, ...(reporter ? [reporter] : [])])]
}
