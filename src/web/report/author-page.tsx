import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { actsOpenTo } from '#src/domain/lifecycle.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { areasOf } from '#src/store/areas.ts'
import { eventsOf } from '#src/store/events.ts'
import { ofReport as mediaOf } from '#src/store/media.ts'
import { findById } from '#src/store/reports.ts'
import { countOf } from '#src/store/supports.ts'
import { ofReport as versionOf } from '#src/store/versions.ts'
import type { Answer, Context } from '../context.ts'
import type { Viewer } from '../viewer.ts'
import { AuthorPanel, type Returned } from './author-panel.tsx'
import { pageOf } from './page-of.tsx'
import { shownToAuthor } from './shown-report.ts'

type Options = {
  readonly report: Report
  readonly author: Extract<Viewer, { kind: 'person' }>
  readonly returned?: Returned | null
  readonly done?: ActKind | null
  readonly wasSent?: boolean
  readonly answer?: Answer
}

/** A report's page as its author sees it. */
export async function authorPage(
  context: Context<'report' | 'moveReport'>,
  { report, author, returned = null, done = null, wasSent = false, answer }: Options,
): Promise<Response> {
  const { guide, means, now, t, to } = context
  const tx = means.store.of(guide.city.id)
  // First: what is newer than this number is caught when a form comes back.
  const seen = await versionOf(tx, report.id)
  const [events, media, supporters, main, areas] = await Promise.all([
    eventsOf(tx, report.id),
    mediaOf(tx, report.id),
    countOf(tx, report.id),
    report.mergedInto ? findById(tx, report.mergedInto) : null,
    areasOf(tx, report.number),
  ])
  const actor: Actor = { kind: 'resident', id: author.id }
  const shown = shownToAuthor(report, {
    ...{ events, media, supporters, areas },
    mergedInto: main?.number ?? null,
    firstName: author.firstName,
  })
  const clock = { timeZone: guide.city.timeZone, now }
  const acts = actsOpenTo(actor, report, { city: guide.city, now })
  const panel = <AuthorPanel {...{ t, to, guide, clock, report, shown, seen, acts, returned, done, wasSent }} />
  const islands = ['map', 'photo-field']
  return context.page(
    { ...(await pageOf(context, shown, { panel, support: 'author' })), islands, indexed: isPublic(report) },
    { ...answer, headers: [['cache-control', 'private, no-store']] },
  )
}
