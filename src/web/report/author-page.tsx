import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { actsOpenTo } from '#src/domain/lifecycle.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { ofReport as additionsOf, ownOf as ownAdditions } from '#src/store/additions.ts'
import { areasOf } from '#src/store/areas.ts'
import { eventsOf } from '#src/store/events.ts'
import { find as findAppeal } from '#src/store/formal-appeals.ts'
import { ofReport as mediaOf } from '#src/store/media.ts'
import { countsOf as opinionsOf } from '#src/store/opinions.ts'
import { findById } from '#src/store/reports.ts'
import { countOf } from '#src/store/supports.ts'
import { ofReport as versionOf } from '#src/store/versions.ts'
import { writtenOf } from '#src/store/written.ts'
import { OwnAdditions } from '../addition/own-additions.tsx'
import type { Answer } from '../context.ts'
import type { ReturnedOpinion } from '../opinion/ask-solved.tsx'
import { askedOf } from '../opinion/asked-of.ts'
import { pushOffer } from '../push/push-offer.tsx'
import type { Viewer } from '../viewer.ts'
import { AuthorPanel, type Returned } from './author-panel.tsx'
import { pageOf, type ReportContext } from './page-of.tsx'
import { shownToAuthor } from './shown-report.ts'

/** What led the author to the page: something just done, or a form that came back. */
export type FromAuthor = {
  readonly returned?: Returned | null
  readonly done?: ActKind | null
  readonly wasSent?: boolean
}

type Options = FromAuthor & {
  readonly report: Report
  readonly author: Extract<Viewer, { kind: 'person' }>
  /** An opinion that could not be taken. */
  readonly opinion?: ReturnedOpinion | null
  readonly answer?: Answer
}

/** A report's page as its author sees it. */
export async function authorPage(
  context: ReportContext,
  { report, author, returned = null, done = null, wasSent = false, opinion = null, answer }: Options,
): Promise<Response> {
  const { guide, means, now, t, to } = context
  const tx = means.store.of(guide.city.id)
  // First: what is newer than this number is caught when a form comes back.
  const seen = await versionOf(tx, report.id)
  const [events, media, supporters, main, areas, asked, opinions, additions, own, appeal, written, offer] =
    await Promise.all([
      eventsOf(tx, report.id),
      mediaOf(tx, report.id),
      countOf(tx, report.id),
      report.mergedInto ? findById(tx, report.mergedInto) : null,
      areasOf(tx, report.number),
      askedOf(tx, report, author.id, { city: guide.city, now }),
      opinionsOf(tx, report.id),
      additionsOf(tx, report.id),
      ownAdditions(tx, report.id, author.id),
      findAppeal(tx, report.id),
      writtenOf(tx, report.id),
      wasSent ? pushOffer(context, author, 'sent') : null,
    ])
  const actor: Actor = { kind: 'resident', id: author.id }
  const shown = shownToAuthor(report, {
    ...{ events, media, supporters, areas, opinions, additions },
    mergedInto: main?.number ?? null,
    firstName: author.firstName,
  })
  const clock = { timeZone: guide.city.timeZone, now }
  const acts = actsOpenTo(actor, report, { city: guide.city, now })
  const added = <OwnAdditions {...{ t, to, clock, own, media }} number={report.number} isSent={done === 'add'} />
  const panel = (
    <AuthorPanel
      {...{
        t,
        to,
        guide,
        clock,
        report,
        shown,
        media,
        seen,
        acts,
        asked,
        opinion,
        appeal,
        written,
        returned,
        done,
        wasSent,
        offer,
      }}
    />
  )
  const islands = ['map', 'photo-field', 'act', ...(offer ? ['push'] : [])]
  const given = { panel, added, support: 'author', since: seen, offersActs: acts.length > 0 } as const
  return context.page(
    { ...(await pageOf(context, shown, given)), islands, indexed: isPublic(report) },
    { ...answer, headers: [['cache-control', 'private, no-store']] },
  )
}
