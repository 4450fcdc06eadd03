import type { Act } from '#src/domain/act.ts'
import type { Addition } from '#src/domain/addition.ts'
import type { Area } from '#src/domain/area.ts'
import { mayReadEvent, mayReadNote, shownName } from '#src/domain/disclosure.ts'
import type { Report } from '#src/domain/report.ts'
import type { Recorded } from '#src/store/events.ts'
import type { ReportMedia } from '#src/store/media.ts'
import type { PublicBody, PublicEvent, PublicMedia, PublicReport } from '#src/store/public-reports.ts'

export type ShownMedia = PublicMedia & {
  readonly hidden: boolean
  /** Hidden only until a moderator has looked at it. */
  readonly unseen?: boolean
}

/** A report as its page shows it, to the public or to its author. */
export type ShownReport = Omit<PublicReport, 'media'> & { readonly media: readonly ShownMedia[] }

/** What everyone sees. */
export function shownToPublic(report: PublicReport): ShownReport {
  return { ...report, media: report.media.map((file) => ({ ...file, hidden: false })) }
}

/** What the author sees: all of the public page also before it is public, why a moderator rejected it, and files not published yet. */
export function shownToAuthor(
  report: Report,
  facts: {
    readonly events: readonly Recorded[]
    readonly media: readonly ReportMedia[]
    readonly mergedInto: number | null
    readonly supporters: number
    readonly areas: readonly Area[]
    readonly opinions: PublicReport['opinions']
    readonly additions: readonly Addition[]
    readonly firstName: string
  },
): ShownReport {
  const { id, number, categoryId, location, address, description, answers, locale, organization } = report
  const { status, statusSince, acceptedAt, answerDue, confirmed, submittedAt } = report
  const additions = new Map(facts.additions.map((one) => [one.seq, one]))
  const happened = facts.events.flatMap((event) => eventForAuthor(event, report, additions.get(event.seq)) ?? [])
  return {
    ...{ id, number, categoryId, location, address, description, answers, locale, organization },
    ...{ status, statusSince, acceptedAt, answerDue, confirmed, submittedAt },
    authorName: shownName(facts, report.nameShown),
    mergedIntoNumber: facts.mergedInto,
    supporters: facts.supporters,
    areas: facts.areas,
    opinions: facts.opinions,
    events: happened,
    // What others added is the author's to see once it is everyone's; what the author added stands with its words.
    media: facts.media.filter(
      ({ seq, hidden }) => !additions.has(seq) || (additions.get(seq)?.state === 'shown' && !hidden),
    ),
  }
}

function eventForAuthor(event: Recorded, report: Report, addition: Addition | undefined): PublicEvent | null {
  const { seq, at } = event
  const by = bySide(event)
  const organization = 'organization' in event.by ? event.by.organization : null
  if (event.kind === 'submitted') {
    return { seq, at, by, organization, act: 'submitted', body: {}, from: null, to: 'submitted' }
  }
  const { act, from, to } = event
  if (act.kind === 'add') {
    const isShown = addition?.state === 'shown'
    return isShown ? { seq, at, by: addition.by, organization, act: 'add', body: { note: act.note }, from, to } : null
  }
  if (!mayReadEvent('author', act.kind, report)) return null
  const note = mayReadNote('author', act.kind, report) && 'note' in act ? { note: act.note } : {}
  return { seq, at, by, organization, act: act.kind, body: { ...bodyOf(act), ...note }, from, to }
}

function bySide({ by }: Recorded): PublicEvent['by'] {
  if (by.kind === 'officer' || by.kind === 'correspondent') return 'organization'
  return by.kind === 'resident' ? 'author' : 'moderator'
}

/** What an act said, but for the note with it. */
function bodyOf(act: Act): PublicBody {
  switch (act.kind) {
    case 'approve':
    case 'assign':
    case 'separate':
      return { organization: act.organization }
    case 'postpone':
    case 'extend':
      return { reason: act.reason, until: act.until.toString() }
    case 'reject':
    case 'decline':
      return { reason: act.reason }
    case 'ask':
      return { question: act.question }
    case 'answer':
      return { answer: act.answer }
    default:
      return {}
  }
}
