import type { AreaId } from '#src/domain/id.ts'
import type { RouteKey } from '#src/web/routes.ts'
import type { Asked } from './asked.ts'

/** What is asked of the addresses of open data. */
export const ofData = {
  reportsGeojson: [
    { address: (to, { town }) => to.reportsGeojson(town.city) },
    { about: 'all of them', address: (to, { town }) => `${to.reportsGeojson(town.city)}?all=yes` },
  ],
  reportsCsv: [{ address: (to, { town }) => to.reportsCsv(town.city) }],
  reportsColumns: [{ address: (to, { town }) => to.reportsColumns(town.city) }],
  reportsAtom: [{ address: (to, { town }) => to.reportsAtom(town.city) }],
  reportAtom: [
    { about: 'that is public', address: (to, { town, open }) => to.reportAtom(town.city, open.number) },
    { about: 'that waits for a moderator', address: (to, { town, sent }) => to.reportAtom(town.city, sent.number) },
  ],
  areaBorder: [
    { address: (to, { town }) => to.areaBorder(town.city, 'old-town' as AreaId) },
    { about: 'of no area', address: (to, { town }) => to.areaBorder(town.city, 'no-area' as AreaId) },
  ],
  openData: [{ address: (to, { town }) => to.openData(town.city) }],
  dataCatalog: [{ address: (to, { town }) => to.dataCatalog(town.city) }],
  embedMap: [{ address: (to, { town }) => to.embedMap(town.city) }],
  embedList: [{ address: (to, { town }) => to.embedList(town.city) }],
  dayCsv: [{ about: 'of a day without a file', address: (to, { town }) => to.dayCsv(town.city, '2020-01-01') }],
  dayGeojson: [{ about: 'before the first day', address: (to, { town }) => to.dayGeojson(town.city, 'latest') }],
  citySitemap: [
    { address: (to, { town }) => to.citySitemap(town.city, 1) },
    { about: 'beyond the last', address: (to, { town }) => to.citySitemap(town.city, 2) },
  ],
  sitemap: [{ address: (to) => to.sitemap() }],
} as const satisfies Partial<Record<RouteKey, readonly [Asked, ...Asked[]]>>
