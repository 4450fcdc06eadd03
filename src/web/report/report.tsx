import { mayRead, readerOf } from '#src/domain/disclosure.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { find } from '#src/store/public-reports.ts'
import { findByNumber } from '#src/store/reports.ts'
import { isSupportedBy } from '#src/store/supports.ts'
import { keptAct } from '../acts/kept-act.ts'
import { isActKind } from '../acts/take-act.ts'
import type { Context, Handler } from '../context.ts'
import { staffActors } from '../desk/staff.ts'
import type { PublicLooks } from '../public-look.ts'
import { Notice } from '../ui/notice.tsx'
import type { Viewer } from '../viewer.ts'
import { authorPage } from './author-page.tsx'
import { pageOf } from './page-of.tsx'
import { shownToPublic } from './shown-report.ts'

type Person = Extract<Viewer, { kind: 'person' }>

/**
 * A report's page: everyone's, its author's, and for staff the way to their desk. What is not public is, to all but
 * those whose business it is, a number that does not exist.
 */
export function reportPage(looks: PublicLooks): Handler<'report'> {
  return async (context) => {
    const viewer = await context.viewer()
    return viewer.kind === 'person' ? forPerson(context, viewer) : forVisitor(context, looks)
  }
}

async function forVisitor(context: Context<'report'>, { versions, answer }: PublicLooks): Promise<Response> {
  const { guide, holes, means, to, problem } = context
  const { id: city } = guide.city
  const version = await versions.ofReport(city, holes.number)
  if (version === undefined) return problem({ kind: 'not_found' })

  const content = async () => {
    const report = await find(means.store.of(city), holes.number)
    return report && pageOf(context, shownToPublic(report), { support: 'open' })
  }
  const streets = (await context.basemap())?.edition ?? ''
  return answer(context, { address: to.report(city, holes.number), also: streets, content }, async () => version)
}

async function forPerson(context: Context<'report'>, person: Person): Promise<Response> {
  const { guide, holes, means, to, t, page, problem } = context
  const tx = means.store.of(guide.city.id)
  const report = await findByNumber(tx, holes.number)
  if (!report) return problem({ kind: 'not_found' })
  if (readerOf({ kind: 'resident', id: person.id }, report) === 'author') {
    return authorPage(context, { report, author: person, ...(await fromAddress(context)) })
  }

  const desk = worksOn(person, report, context) ? to.deskReport(guide.city.id, holes.number) : null
  if (!isPublic(report)) return desk ? elsewhere(desk) : problem({ kind: 'not_found' })
  const [shown, supports] = await Promise.all([find(tx, holes.number), isSupportedBy(tx, report.id, person.id)])
  if (!shown) return problem({ kind: 'not_found' })
  const panel = desk && (
    <Notice>
      <p>
        <a class="button quiet small" href={desk}>
          {t('report.desk')}
        </a>
      </p>
    </Notice>
  )
  const asked = context.url.searchParams.has('join') ? 'asked' : 'open'
  return page(await pageOf(context, shownToPublic(shown), { panel, support: supports ? 'supports' : asked }))
}

function worksOn(person: Person, report: Report, { guide }: Context<'report'>): boolean {
  const readers = staffActors(person, guide.city).map((actor) => readerOf(actor, report))
  return readers.some((reader) => reader !== 'other_staff' && mayRead(reader, 'internal_events', report))
}

/** `sent` and `done` say what led here; else a form may have waited while its author signed in again. */
async function fromAddress(context: Context<'report'>) {
  const { searchParams } = context.url
  const done = searchParams.get('done') ?? ''
  return { done: isActKind(done) ? done : null, wasSent: searchParams.has('sent'), returned: await keptAct(context) }
}

function elsewhere(path: string): Response {
  return new Response(null, { status: 302, headers: { location: path } })
}
