import { beforeAll, expect, it } from 'vitest'

import type { ActKind } from '#src/domain/act.ts'
import { lifecycle } from '#src/domain/lifecycle.ts'
import { type Status, statuses } from '#src/domain/report.ts'
import { paths } from '#src/web/routes.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { aTown, type Headers, type Town } from './a-town.ts'
import { aLinkTo, aReportIn, type Filed } from './filed.ts'
import { inWords } from './in-words.ts'
import { joined, keptTable, tableOf } from './kept-table.ts'
import { roles } from './roles.ts'

const to = paths('uk')

/** Some thousand requests, on a machine that may be busy. */
const patience = 120_000

describeOnOne('a report, by where it stands', (open) => {
  let town: Town
  const filed = new Map<Status, Filed & { readonly link: string }>()
  beforeAll(async () => {
    town = await aTown(means(await open()))
    for (const status of statuses) {
      const report = await aReportIn(town, status)
      filed.set(status, { ...report, link: await aLinkTo(town, report.id) })
    }
  })
  const get = async (path: string, headers: Headers) => town.door.app.request(path, { headers })

  it('is seen by whom docs/access.md names', { timeout: patience }, async () => {
    const parts: Record<string, (report: Filed & { readonly link: string }) => string> = {
      page: ({ number }) => to.report(town.city, number),
      'page at the desk': ({ number }) => to.deskReport(town.city, number),
      'page behind a link': ({ link }) => to.answer(town.city, link),
      photo: ({ shown }) => to.media(shown.key, '320.webp'),
      'hidden photo': ({ hidden }) => to.media(hidden.key, '320.webp'),
    }
    const rows: string[][] = []
    for (const [part, address] of Object.entries(parts)) {
      const ofPart: string[][] = []
      for (const [status, report] of filed) {
        const cells: string[] = [status]
        for (const role of roles) cells.push(inWords(await get(address(report), town.headersOf(role))))
        ofPart.push(cells)
      }
      rows.push(...joined(ofPart).map(([where = '', ...cells]) => [part, where, ...cells]))
    }
    expect(tableOf([['what', 'of a report that is', ...roles], ...rows])).toBe(keptTable('reports'))
  })

  it('offers the acts that docs/access.md names, to whom it names', { timeout: patience }, async () => {
    const offers: { act: string; status: Status; to: string }[] = []
    for (const [status, { number, link }] of filed) {
      const { city } = town
      for (const role of roles) {
        const headers = town.headersOf(role)
        const pages = [await get(to.report(city, number), headers), await get(to.deskReport(city, number), headers)]
        for (const page of pages) offers.push(...actsIn(await page.text()).map((act) => ({ act, status, to: role })))
      }
      const behindLink = await get(to.answer(city, link), town.headersOf('visitor'))
      offers.push(...actsIn(await behindLink.text()).map((act) => ({ act, status, to: 'link' })))
    }
    const rows = (Object.keys(lifecycle) as ActKind[]).map((act) => {
      const cells = statuses.map((status) => offers.filter((one) => one.act === act && one.status === status))
      return [act, ...cells.map((cell) => [...new Set(cell.map((one) => one.to))].join(', '))]
    })
    expect(tableOf([['act', ...statuses], ...rows])).toBe(keptTable('offers'))
  })
})

/** The acts that a page has forms for. */
function actsIn(html: string): readonly string[] {
  return [...html.matchAll(/<form method="post" action="[^"]*\/([a-z_]+)(?:\?[^"]*)?"/g)]
    .map(([, act = '']) => act)
    .filter((act) => act in lifecycle)
}
