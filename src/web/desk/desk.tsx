import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { counts, folder } from '#src/store/desk.ts'
import { isActKind, takeAct } from '../acts/take-act.ts'
import type { Context, Handlers } from '../context.ts'
import type { CountTry } from '../limits.ts'
import { DeskList, DeskSide, type Drawer, type FolderLink } from './desk-page.tsx'
import { type FolderName, folderOf, moderatorFolders, officerFolders, sizeOf } from './folders.ts'
import { openReport } from './opened.ts'
import { openedPage, type Refused } from './opened-page.tsx'
import { actsOfAll, moderates, organizationsOf, staffActors } from './staff.ts'

type Keys = 'desk' | 'deskReport' | 'deskMove'
type DeskContext = Context<'desk'>

const pageSize = 30

/** The desk: for a city's moderators, administrators and the officers of its organizations; for nobody else. */
export function deskHandlers(countTry: CountTry): Pick<Handlers, Keys> {
  return {
    desk: (context) =>
      asStaff(context, async (actors) => {
        const number = /^\d{1,9}$/.exec(context.url.searchParams.get('number') ?? '')?.[0]
        if (number) {
          const found = await openReport(
            context.means.store.of(context.guide.city.id),
            Number(number),
            context.guide,
            actors,
            context.now,
          )
          if (found) return context.seeOther(context.to.deskReport(context.guide.city.id, Number(number)))
        }
        const { side, list } = await deskParts(context, actors, { current: null, notFound: number ?? null })
        const body = (
          <div class="desk">
            {side}
            {list}
          </div>
        )
        return context.page(
          { title: context.t('desk.title'), body, here: 'desk', indexed: false, width: 'wide' },
          private_,
        )
      }),

    deskReport: (context) => asStaff(context, (actors) => deskReport(context, actors, null, 200)),

    deskMove: (context) =>
      asStaff(context, async (actors) => {
        const { guide, holes, means, now, to } = context
        const { number, act } = holes
        if (!isActKind(act)) return context.problem({ kind: 'not_found' })
        const opened = await openReport(means.store.of(guide.city.id), number, guide, actors, now)
        if (!opened) return context.problem({ kind: 'not_found' })

        const actor = actsOfAll(actors, opened.report, guide.city, now).get(act) ?? opened.reader
        const taken = await takeAct(countTry, context, guide, number, act, actor)
        switch (taken.kind) {
          case 'unreadable':
            return context.problem(taken.problem)
          case 'done':
            return context.seeOther(
              `${to.deskReport(guide.city.id, number)}?done=${act}${folderQuery(context.url.searchParams, '&')}`,
            )
          case 'files_changed':
            return deskReport(context, actors, { act, ...taken, problem: null }, 200)
          case 'refused':
            return deskReport(context, actors, { act, ...taken }, taken.status)
        }
      }),
  }
}

/** What staff see is theirs alone, and as of now. */
const private_ = { headers: [['cache-control', 'no-store']] } satisfies { headers: [string, string][] }

async function asStaff(
  context: DeskContext | Context<'deskReport' | 'deskMove'>,
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

async function deskReport(
  context: Context<'deskReport' | 'deskMove'>,
  actors: readonly Actor[],
  refused: Refused | null,
  status: number,
): Promise<Response> {
  const { guide, holes, means, now, url } = context
  const opened = await openReport(means.store.of(guide.city.id), holes.number, guide, actors, now)
  // An officer who passed the report on may not see it any more: the desk says that it was done.
  if (!opened)
    return url.searchParams.has('done')
      ? context.seeOther(context.to.desk(guide.city.id))
      : context.problem({ kind: 'not_found' })

  const { side, list } = await deskParts(context, actors, { current: holes.number, notFound: null })
  const done = url.searchParams.get('done') ?? ''
  const { title, article } = openedPage(context, opened, {
    acts: actsOfAll(actors, opened.report, guide.city, now),
    action: (act: ActKind) =>
      context.to.deskMove(guide.city.id, holes.number, act) + folderQuery(url.searchParams, '?'),
    back: context.to.desk(guide.city.id) + folderQuery(url.searchParams, '?'),
    // Another organization's report is at no desk of an officer's.
    hrefOf: (number) => (moderates(actors) ? context.to.deskReport : context.to.report)(guide.city.id, number),
    refused,
    done: isActKind(done) ? done : null,
  })
  const body = (
    <div class="desk with-report">
      {side}
      {list}
      {article}
    </div>
  )
  return context.page(
    { title, body, here: 'desk', islands: ['map', 'photo-field'], indexed: false, width: 'wide' },
    { ...private_, status },
  )
}

type Where = { readonly current: number | null; readonly notFound: string | null }

/** The two columns that stand beside a report: the folders with their sizes, and the folder that is open. */
async function deskParts(
  context: Context<'desk' | 'deskReport' | 'deskMove'>,
  actors: readonly Actor[],
  { current, notFound }: Where,
) {
  const { t, to, guide, now, means, url } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  const drawers = drawersOf(context, actors)
  const open = openFolder(url.searchParams, drawers)
  const offset = pageOf(url.searchParams) * pageSize
  const { asked, order } = folderOf(open.folder, open.organization, now)
  const [rows, ...sizes] = await Promise.all([
    folder(tx, asked, order, offset, pageSize + 1),
    ...drawers.map(({ organization }) => counts(tx, organization, now)),
  ])
  const address = (name: FolderName, organization: OrganizationId | null, page = 0) => {
    const query = new URLSearchParams({
      folder: name,
      ...(organization ? { organization } : {}),
      ...(page ? { page: String(page) } : {}),
    })
    return `?${query}`
  }
  const shown = drawers.map(({ title, organization, names }, index): Drawer => {
    const folders = names.map((name): FolderLink => {
      const size = sizes[index] ? sizeOf(name, sizes[index]) : null
      const here = name === open.folder && organization === open.organization
      return {
        href: to.desk(city.id) + address(name, organization),
        words: t(`folder.${name}`),
        size,
        here,
        late: name === 'overdue' && (size ?? 0) > 0,
      }
    })
    return { title, folders }
  })
  const page = pageOf(url.searchParams)
  const link = (to_: number) => to.desk(city.id) + address(open.folder, open.organization, to_)
  return {
    side: <DeskSide t={t} drawers={shown} findAction={to.desk(city.id)} notFound={notFound} />,
    list: (
      <DeskList
        t={t}
        to={to}
        guide={guide}
        clock={{ timeZone: city.timeZone, now }}
        title={t(`folder.${open.folder}`)}
        rows={rows.slice(0, pageSize)}
        hrefOf={(number) => to.deskReport(city.id, number) + address(open.folder, open.organization, page)}
        current={current}
        previous={page > 0 ? link(page - 1) : null}
        next={rows.length > pageSize ? link(page + 1) : null}
        heading={current === null ? 'h1' : 'h2'}
      />
    ),
  }
}

type DrawerPlan = {
  readonly title: string
  readonly organization: OrganizationId | null
  readonly names: readonly FolderName[]
}

function drawersOf({ t, guide }: Pick<DeskContext, 't' | 'guide'>, actors: readonly Actor[]): readonly DrawerPlan[] {
  const moderation: DrawerPlan[] = moderates(actors)
    ? [{ title: t('desk.moderation'), organization: null, names: moderatorFolders }]
    : []
  const inboxes = organizationsOf(actors).map((organization): DrawerPlan => {
    return {
      title: guide.organizations.get(organization)?.name[t.locale] ?? organization,
      organization,
      names: officerFolders,
    }
  })
  return [...moderation, ...inboxes]
}

/** The folder that the address names, if it is one of the person's own; else their first. */
function openFolder(
  query: URLSearchParams,
  drawers: readonly DrawerPlan[],
): { folder: FolderName; organization: OrganizationId | null } {
  const drawer =
    drawers.find(({ organization }) => (organization ?? '') === (query.get('organization') ?? '')) ?? drawers[0]
  const name = drawer?.names.find((one) => one === query.get('folder')) ?? drawer?.names[0] ?? 'new'
  return { folder: name, organization: drawer?.organization ?? null }
}

function pageOf(query: URLSearchParams): number {
  const page = query.get('page') ?? ''
  return /^\d{1,4}$/.test(page) ? Number(page) : 0
}

/** The part of the address that says which folder is open, carried from page to page. */
function folderQuery(query: URLSearchParams, sign: '?' | '&'): string {
  const kept = ['folder', 'organization', 'page'].flatMap((name) =>
    query.get(name) ? [[name, query.get(name) ?? '']] : [],
  )
  return kept.length > 0 ? sign + new URLSearchParams(kept) : ''
}
