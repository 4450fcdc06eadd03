import { mayRead, readerOf } from '#src/domain/disclosure.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { ownOf as ownAdditions } from '#src/store/additions.ts'
import { ofReport as mediaOf } from '#src/store/media.ts'
import { find } from '#src/store/public-reports.ts'
import { findByNumber } from '#src/store/reports.ts'
import { isSupportedBy } from '#src/store/supports.ts'
import { ofReport as versionOf } from '#src/store/versions.ts'
import { OwnAdditions } from '../addition/own-additions.tsx'
import type { Answer } from '../context.ts'
import { staffActors } from '../desk/staff.ts'
import { followedOf } from '../following/followed-of.ts'
import { AskSolved, type ReturnedOpinion } from '../opinion/ask-solved.tsx'
import { askedOf } from '../opinion/asked-of.ts'
import { Notice } from '../ui/notice.tsx'
import type { Viewer } from '../viewer.ts'
import { authorPage, type FromAuthor } from './author-page.tsx'
import { pageOf, type ReportContext } from './page-of.tsx'
import { shownToPublic } from './shown-report.ts'

type Person = Extract<Viewer, { kind: 'person' }>

type Options = {
  /** What led the report's author here. */
  readonly fromAuthor?: FromAuthor
  /** An opinion that could not be taken. */
  readonly opinion?: ReturnedOpinion | null
  readonly status?: number
}

/** A report's page for somebody who is signed in: its author's, or everyone's with what they can say and where they work on it. */
export async function personPage(
  context: ReportContext,
  person: Person,
  { fromAuthor = {}, opinion = null, status = 200 }: Options,
): Promise<Response> {
  const { guide, holes, means, now, to, t, page, problem } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  const report = await findByNumber(tx, holes.number)
  if (!report) return problem({ kind: 'not_found' })
  if (readerOf({ kind: 'resident', id: person.id }, report) === 'author') {
    return authorPage(context, { report, author: person, ...fromAuthor, opinion, answer: { status } })
  }

  const desk = worksOn(person, report, context) ? to.deskReport(city.id, holes.number) : null
  if (!isPublic(report)) return desk ? elsewhere(desk) : problem({ kind: 'not_found' })
  // First: what is newer than this number is told to the page, and caught when a form comes back.
  const seen = await versionOf(tx, report.id)
  const [shown, supports, asked, own, files, [follows]] = await Promise.all([
    find(tx, holes.number),
    isSupportedBy(tx, report.id, person.id),
    askedOf(tx, report, person.id, { city, now }),
    ownAdditions(tx, report.id, person.id),
    mediaOf(tx, report.id),
    followedOf(context, person, [{ kind: 'report', number: report.number }]),
  ])
  if (!shown) return problem({ kind: 'not_found' })
  const panel = (
    <>
      {desk && (
        <Notice>
          <p>
            <a class="button quiet small" href={desk}>
              {t('report.desk')}
            </a>
          </p>
        </Notice>
      )}
      {asked && (
        <div class="card">
          <AskSolved
            {...{ t, asked, seen }}
            chosen={null}
            returned={opinion}
            say={to.sayOpinion(city.id, report.number)}
            confirm={to.moveReport(city.id, report.number, 'confirm')}
            reopen={null}
          />
        </div>
      )}
    </>
  )
  const clock = { timeZone: city.timeZone, now }
  const isSent = fromAuthor.done === 'add'
  const added = <OwnAdditions {...{ t, to, clock, own, isSent }} media={files} number={report.number} />
  const join = context.url.searchParams.has('join') ? 'asked' : 'open'
  const answer: Answer = { status }
  const given = {
    panel,
    added,
    support: supports ? 'supports' : join,
    follows,
    since: seen,
    offersActs: asked !== null,
  } as const
  return page(await pageOf(context, shownToPublic(shown), given), answer)
}

function worksOn(person: Person, report: Report, { guide }: ReportContext): boolean {
  const readers = staffActors(person, guide.city).map((actor) => readerOf(actor, report))
  return readers.some((reader) => reader !== 'other_staff' && mayRead(reader, 'internal_events', report))
}

function elsewhere(path: string): Response {
  return new Response(null, { status: 302, headers: { location: path } })
}
