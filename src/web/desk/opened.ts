import type { Actor } from '#src/domain/actor.ts'
import { type Addition, mayReadAddition } from '#src/domain/addition.ts'
import type { Area } from '#src/domain/area.ts'
import { mayRead, readerOf } from '#src/domain/disclosure.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { PersonId, ReportId } from '#src/domain/id.ts'
import { knownAlready } from '#src/domain/known.ts'
import type { Closing } from '#src/domain/opinion.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { isOpen } from '#src/domain/support.ts'
import { ofReport as additionsOf } from '#src/store/additions.ts'
import { areasOf } from '#src/store/areas.ts'
import { type Near, namesOf, near } from '#src/store/desk.ts'
import { eventsOf, type Recorded } from '#src/store/events.ts'
import { isAppeal } from '#src/store/formal-appeals.ts'
import * as media from '#src/store/media.ts'
import { countsOf, lastClosing, notesOf, type OpinionCount, type OpinionNote } from '#src/store/opinions.ts'
import * as reports from '#src/store/reports.ts'
import type { Tx } from '#src/store/store.ts'
import { writtenOf } from '#src/store/written.ts'
import { isAddressee } from '../message/addressee-message.ts'

/** A report as somebody at a desk may see it: what they may not read is not in it. */
export type Opened = {
  readonly report: Report
  readonly seen: number
  /** When it was written, where that was well before it came. */
  readonly written: Temporal.Instant | null
  readonly events: readonly Recorded[]
  /** Without those of additions. */
  readonly media: readonly media.ReportMedia[]
  readonly additions: readonly OpenedAddition[]
  /** What is said of the answer that closed it; null while there is none, or nothing is said. */
  readonly opinions: OpenedOpinions | null
  readonly near: readonly Neighbour[]
  readonly names: Names
  /** As whom the person reads it: the one of several who sees most. */
  readonly reader: Actor
  readonly mergedInto: number | null
  /** Where it lies, widest first. */
  readonly areas: readonly Area[]
  /** Whether it is a formal appeal; who appeals is read elsewhere, by the addressee. */
  readonly appeal: 'none' | 'for_addressee' | 'for_reader'
}

/** What somebody added, with its words and files. */
export type OpenedAddition = Addition & {
  readonly words: string
  readonly at: Temporal.Instant
  readonly files: readonly media.ReportMedia[]
}

/** How many find the last answer true, and what they wrote of any. */
export type OpenedOpinions = {
  readonly closing: Closing
  readonly count: OpinionCount | null
  readonly notes: readonly OpinionNote[]
}

export type Names = Awaited<ReturnType<typeof namesOf>>

/** A report near by; `likely` when it is open and probably about the same problem. */
export type Neighbour = Near & { readonly likely: boolean }

/** Metres, and time, within which a report may be about the same thing; so many are weighed, so many shown. */
const around = { metres: 300, days: 90, weighed: 40, shown: 6 }

/** The report, and which of these actors reads it. Null when there is no such report, or none of them works on it. */
export async function reportOf(
  tx: Tx,
  number: number,
  actors: readonly Actor[],
): Promise<Pick<Opened, 'report' | 'reader'> | null> {
  const report = await reports.findByNumber(tx, number)
  const reader = report && actors.find((actor) => ['moderator', 'responsible'].includes(readerOf(actor, report)))
  if (!report || !reader) return null
  const isTheirs = isPublic(report) || mayRead(readerOf(reader, report), 'unpublished_report', report)
  return isTheirs ? { report, reader } : null
}

/** All that their page shows of it. Null when there is no such report, or none of these actors works on it. */
export async function openReport(
  tx: Tx,
  number: number,
  guide: Guide,
  actors: readonly Actor[],
  now: Temporal.Instant,
): Promise<Opened | null> {
  const found = await reportOf(tx, number, actors)
  if (!found) return null
  const { report, reader } = found
  const as = readerOf(reader, report)

  const since = now.toZonedDateTimeISO(guide.city.timeZone).subtract({ days: around.days }).toInstant()
  const [events, files, nearby, main, areas, added, isFormal, opinions, written] = await Promise.all([
    eventsOf(tx, report.id),
    media.ofReport(tx, report.id),
    report.location
      ? near(tx, report.location, {
          except: report.id,
          metres: around.metres,
          since,
          most: around.weighed,
          // Who may read this one because it is theirs may not read the next.
          withUnpublished: as === 'moderator',
        })
      : [],
    report.mergedInto ? reports.findById(tx, report.mergedInto) : null,
    areasOf(tx, number),
    additionsOf(tx, report.id),
    mayRead(as, 'formal_appeal', report) && isAppeal(tx, report.id),
    mayRead(as, 'opinion_notes', report) ? opinionsOf(tx, report.id) : null,
    writtenOf(tx, report.id),
  ])
  const names = mayRead(as, 'staff_names', report) ? await namesOf(tx, peopleIn(events, report)) : new Map()
  return {
    report,
    seen: events.at(-1)?.seq ?? 0,
    written,
    events,
    media: files.filter(
      ({ seq, hidden }) => !added.some((one) => one.seq === seq) && (!hidden || mayRead(as, 'hidden_media', report)),
    ),
    additions: added.filter((one) => mayReadAddition(as, one, report)).map((one) => withWords(one, events, files)),
    opinions,
    near: likelyFirst(nearby, report, guide, now),
    names,
    reader,
    mergedInto: main?.number ?? null,
    areas,
    appeal: isFormal ? (isAddressee(actors, report) ? 'for_reader' : 'for_addressee') : 'none',
  }
}

/** As many as anybody reads. */
const mostNotes = 50

async function opinionsOf(tx: Tx, report: ReportId): Promise<OpenedOpinions | null> {
  const [closed, counts, notes] = await Promise.all([
    lastClosing(tx, report),
    countsOf(tx, report),
    notesOf(tx, report, mostNotes),
  ])
  const count = counts.find(({ seq }) => seq === closed?.seq) ?? null
  return closed && (count || notes.length > 0) ? { closing: closed.closing, count, notes } : null
}

function withWords(
  addition: Addition,
  events: readonly Recorded[],
  files: readonly media.ReportMedia[],
): OpenedAddition {
  const event = events.find(({ seq }) => seq === addition.seq)
  if (event?.kind !== 'moved' || event.act.kind !== 'add') throw new Error(`No words were added in ${addition.seq}`)
  return { ...addition, words: event.act.note, at: event.at, files: files.filter(({ seq }) => seq === addition.seq) }
}

/** What a resident is asked about in the form, then the nearest of the rest. */
function likelyFirst(
  nearby: readonly Near[],
  report: Report,
  { categories }: Guide,
  now: Temporal.Instant,
): readonly Neighbour[] {
  const group = categories.get(report.categoryId)?.group
  const candidates = nearby.filter((one) => isOpen(one) && categories.get(one.categoryId)?.group === group)
  const likely = knownAlready(report, candidates, categories, now)
  const rest = nearby.filter((one) => !likely.includes(one))
  return [...likely.map((one) => ({ ...one, likely: true })), ...rest.map((one) => ({ ...one, likely: false }))].slice(
    0,
    around.shown,
  )
}

function peopleIn(events: readonly Recorded[], { reporter }: Report): readonly PersonId[] {
  const actors = events.flatMap(({ by }) => ('id' in by && by.id ? [by.id] : []))
  return [...new Set([...actors, ...(reporter ? [reporter] : [])])]
}
