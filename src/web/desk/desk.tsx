import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Report } from '#src/domain/report.ts'
import type { MakeMessage } from '#src/message/make-message.ts'
import { waiting } from '#src/store/additions.ts'
import { ofCity } from '#src/store/versions.ts'
import { keepAct, keptAct } from '../acts/kept-act.ts'
import type { Refused } from '../acts/offers-of.tsx'
import { isActKind, takeAct } from '../acts/take-act.ts'
import type { Context, Handlers } from '../context.ts'
import type { CountTry } from '../limits.ts'
import type { LiveSource } from '../live/live-part.tsx'
import { addresseeMessage } from '../message/addressee-message.ts'
import { refusedToOutbox } from '../outbox/refused-to-outbox.ts'
import { Done, NotFound, Way } from './desk-page.tsx'
import { deskParts } from './desk-parts.tsx'
import { folderOf, holds } from './folders.ts'
import { type DeskContext, drawersOf, folderNamedIn, folderQuery, openFolder } from './open-folder.ts'
import { openReport, reportOf } from './opened.ts'
import { openedPage } from './opened-page.tsx'
import { actElsewhere, passedOn, publicPageOf } from './passed-on.tsx'
import { returnedOffices } from './returned-offices.tsx'
import { actsOfAll, moderates, staffActors } from './staff.ts'

type Keys = 'desk' | 'deskReport' | 'deskMessage' | 'deskMove'

/** The desk: for a city's moderators, administrators and the officers of its organizations; for nobody else. */
export function deskHandlers(countTry: CountTry, message: MakeMessage): Pick<Handlers, Keys> {
  return {
    desk: (context) =>
      asStaff(context, async (actors) => {
        const { guide, means, t, to, url } = context
        const number = numberIn(url.searchParams, 'number')
        if (number !== null) {
          const found = await reportOf(means.store.of(guide.city.id), number, actors)
          const there = found ? to.deskReport(guide.city.id, number) : await publicPageOf(context, number)
          if (there) return context.seeOther(there)
        }
        const sought = url.searchParams.get('number')?.trim() ?? null
        const since = await ofCity(means.store.of(guide.city.id))
        const { side, list, open } = await deskParts(context, actors, {
          current: null,
          sought,
        })
        const body = (
          <div class="desk">
            {side}
            <div class="desk-middle">
              {sought !== null && <NotFound t={t} sought={sought} />}
              {await returnedOffices(context, actors)}
              <DoneIn context={context} />
              {list}
            </div>
          </div>
        )
        const live = { since, page: to.desk(guide.city.id) + folderQuery(open) }
        return deskPage(context, { title: t('desk.title'), body, live, ...keptFor(context, actors) }, 200)
      }),

    deskReport: (context) =>
      asStaff(context, async (actors) => deskReport(context, actors, await keptAct(context), 200)),

    deskMessage: (context) =>
      asStaff(context, async (actors) => {
        const { guide, holes, means } = context
        const found = await reportOf(means.store.of(guide.city.id), holes.number, actors)
        return found ? addresseeMessage(context, message, found.report, actors) : context.problem({ kind: 'not_found' })
      }),

    deskMove: async (context) => {
      const { guide, holes, means, now, to, url } = context
      if ((await context.viewer()).kind === 'visitor') {
        const back = to.deskReport(guide.city.id, holes.number)
        return keepAct(countTry, context, back, folderNamedIn(url.searchParams))
      }
      return asStaff(context, async (actors) => {
        const { number, act } = holes
        if (!isActKind(act)) return context.problem({ kind: 'not_found' })
        const found = await reportOf(means.store.of(guide.city.id), number, actors)
        if (!found) return actElsewhere(context, actors, act)

        const actor = actsOfAll(actors, found.report, guide.city, now).get(act) ?? found.reader
        const taken = await takeAct(countTry, context, guide, number, act, actor)
        switch (taken.kind) {
          case 'unreadable':
            return context.problem(taken.problem)
          case 'done':
            return context.seeOther(await placeAfter(context, actors, taken.report, act))
          case 'files_changed':
            return deskReport(context, actors, { act, ...taken, problem: null }, 200)
          case 'refused':
            if (context.fromOutbox) return refusedToOutbox(context, [taken.problem], taken.status)
            return deskReport(context, actors, { act, ...taken }, taken.status)
        }
      })
    },
  }
}

async function asStaff(
  context: Context<'desk' | 'deskReport' | 'deskMessage' | 'deskMove'>,
  answer: (actors: readonly Actor[]) => Promise<Response>,
): Promise<Response> {
  const { guide, holes, to } = context
  const viewer = await context.viewer()
  if (viewer.kind === 'visitor') {
    const back = 'number' in holes ? to.deskReport(guide.city.id, holes.number) : to.desk(guide.city.id)
    return context.seeOther(`${to.signIn()}?continue=${encodeURIComponent(back)}`)
  }
  const actors = staffActors(viewer, guide.city)
  return actors.length > 0 ? answer(actors) : context.problem({ kind: 'not_permitted' })
}

/** After an act: the same report while it stays in the folder, else the next one there, so that a queue is worked through. */
async function placeAfter(
  context: DeskContext,
  actors: readonly Actor[],
  report: Report,
  act: ActKind,
): Promise<string> {
  const { guide, means, now, to, url } = context
  const { id } = guide.city
  const from = url.searchParams
  const open = openFolder(from, drawersOf(context, actors))
  const done = folderQuery(open, { done: act, of: report.number })
  const { asked } = folderOf(open.name, open.organization, now, guide.city)
  const waits =
    report.unseenMedia.length > 0 ||
    (asked.additions === true && (await waiting(means.store.of(id), report.id, null)).ofReport > 0)
  const isInFolder = holds(asked, report, guide.city, waits)
  if (isInFolder || from.has('stay') || !from.has('folder')) return `${to.deskReport(id, report.number)}${done}#report`
  const next = numberIn(from, 'next')
  return next === null ? to.desk(id) + done : `${to.deskReport(id, next)}${done}#report`
}

async function deskReport(
  context: Context<'deskReport' | 'deskMove'>,
  actors: readonly Actor[],
  refused: Refused | null,
  status: number,
): Promise<Response> {
  const { t, to, guide, holes, means, now, url } = context
  const { id } = guide.city
  const since = await ofCity(means.store.of(id))
  const opened = await openReport(means.store.of(id), holes.number, guide, actors, now)
  if (!opened && refused) return passedOn(context, actors, refused.typed)
  // The next one, or one that was passed on, may be nobody's here any more: the list says what was done.
  if (!opened && url.searchParams.has('done')) return context.seeOther(to.desk(id) + url.search)
  if (!opened) {
    const publicPage = await publicPageOf(context, holes.number)
    return publicPage ? context.seeOther(publicPage) : context.problem({ kind: 'not_found' })
  }

  const { side, list, open, rows } = await deskParts(context, actors, { current: holes.number, sought: null })
  const index = rows.findIndex(({ number }) => number === holes.number)
  const [previous, next] = index < 0 ? [] : [rows[index - 1]?.number, rows[index + 1]?.number]
  const after = index < 0 ? { stay: 1 } : { next: next ?? previous ?? '' }
  const hrefOf = (number: number) => `${to.deskReport(id, number)}${folderQuery(open)}#report`
  const acts = actsOfAll(actors, opened.report, guide.city, now)
  const { title, article } = openedPage(context, opened, {
    acts,
    action: (act) => to.deskMove(id, holes.number, act) + folderQuery(open, after),
    // Another organization's report is at no desk of an officer's.
    hrefOf: (number) => (moderates(actors) ? hrefOf(number) : to.report(id, number)),
    refused,
    top: !refused && <DoneIn context={context} />,
    way: (
      <Way
        t={t}
        back={to.desk(id) + folderQuery(open)}
        previous={previous === undefined ? null : hrefOf(previous)}
        next={next === undefined ? null : hrefOf(next)}
      />
    ),
  })
  const body = (
    <div class="desk with-report">
      {side}
      {list}
      {article}
    </div>
  )
  const page = to.deskReport(id, holes.number) + folderQuery(open)
  const live = { since, page, report: holes.number, offersActs: acts.size > 0 }
  return deskPage(context, { title, body, live, ...(refused ? {} : keptFor(context, actors)) }, status)
}

/** What was just done, and to which report: it may not be the one that is open now. */
function DoneIn({ context: { t, to, guide, url } }: { readonly context: DeskContext }) {
  const act = url.searchParams.get('done') ?? ''
  const number = numberIn(url.searchParams, 'of')
  if (!isActKind(act) || number === null) return null
  return <Done t={t} act={act} number={number} href={to.deskReport(guide.city.id, number)} />
}

type DeskPage = {
  readonly title: string
  readonly body: ComponentChildren
  readonly live: Omit<LiveSource, 'stream' | 'isDesk'>
  readonly kept?: string
}

/** An officer takes the day's list and its reports along where there is no connection. Moderators work where there is one, on all of a city's. */
function keptFor({ url }: DeskContext, actors: readonly Actor[]): Pick<DeskPage, 'kept'> {
  const isPlain = !['done', 'act', 'number'].some((name) => url.searchParams.has(name))
  return isPlain && !moderates(actors) ? { kept: url.pathname + url.search } : {}
}

/** What staff see is theirs alone, and as of now. */
function deskPage(context: DeskContext, { title, body, live, kept }: DeskPage, status: number): Promise<Response> {
  const heard = { ...live, stream: context.to.deskLive(context.guide.city.id), isDesk: true }
  const islands = ['map', 'photo-field', 'find-place', 'desk', 'act']
  return context.page(
    { title, body, live: heard, here: 'desk', islands, indexed: false, width: 'wide', ...(kept ? { kept } : {}) },
    { headers: [['cache-control', 'no-store']], status },
  )
}

function numberIn(query: URLSearchParams, name: string): number | null {
  const number = query.get(name)?.trim().replace(/^№\s*/, '') ?? ''
  return /^\d{1,9}$/.test(number) ? Number(number) : null
}
