import type { Actor } from '#src/domain/actor.ts'
import { reportsWaiting } from '#src/store/additions.ts'
import { counts, folder } from '#src/store/desk.ts'
import { overdueIn } from '#src/store/overdue.ts'
import { DeskList, DeskSide, type DrawerLinks } from './desk-page.tsx'
import { folderOf, sizeOf } from './folders.ts'
import { type DeskContext, drawersOf, folderQuery, openFolder } from './open-folder.ts'

/** Reports on one page of a folder. */
const pageSize = 30

type Where = { readonly current: number | null; readonly sought: string | null }

/** The two columns that stand beside a report: the folders with their sizes, and the folder that is open. */
export async function deskParts(context: DeskContext, actors: readonly Actor[], { current, sought }: Where) {
  const { t, to, guide, now, means, url } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  const drawers = drawersOf(context, actors)
  const open = openFolder(url.searchParams, drawers)
  const { asked, order } = folderOf(open.name, open.organization, now, city)
  const [rows, additions, ...sizes] = await Promise.all([
    folder(tx, asked, order, open.page * pageSize, pageSize + 1),
    drawers.some(({ names }) => names.includes('additions')) ? reportsWaiting(tx) : 0,
    ...drawers.map(({ organization }) => counts(tx, organization, overdueIn(city, now))),
  ])
  const links = drawers.map(({ title, organization, names }, index): DrawerLinks => {
    const folders = names.map((name) => {
      const size = sizes[index] ? sizeOf(name, { ...sizes[index], additions }) : null
      const here = name === open.name && organization === open.organization
      return {
        href: to.desk(city.id) + folderQuery({ name, organization, page: 0 }),
        words: t(`folder.${name}`),
        size,
        here,
        late: name === 'overdue' && (size ?? 0) > 0,
        along: current === null && !here && (size ?? 0) > 0,
      }
    })
    return { title, folders }
  })
  const shown = rows.slice(0, pageSize)
  const pageAt = (page: number) => to.desk(city.id) + folderQuery({ ...open, page })
  return {
    open,
    rows: shown,
    side: <DeskSide t={t} drawers={links} findAction={to.desk(city.id)} sought={sought} />,
    list: (
      <DeskList
        {...{ t, to, guide, current }}
        clock={{ timeZone: city.timeZone, now }}
        title={t(`folder.${open.name}`)}
        order={t(open.name === 'overdue' ? 'folder.order.overdue' : `folder.order.${order}`)}
        showsStatus={asked.statuses.length > 1}
        rows={shown}
        hrefOf={(number) => `${to.deskReport(city.id, number)}${folderQuery(open)}#report`}
        previous={open.page > 0 ? pageAt(open.page - 1) : null}
        next={rows.length > pageSize ? pageAt(open.page + 1) : null}
      />
    ),
  }
}
