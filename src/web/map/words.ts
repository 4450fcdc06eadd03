import type { Locale } from '#src/domain/locale.ts'
import { isPublic, type Status, statuses } from '#src/domain/report.ts'
import { catalogues, type Key } from '#src/text/catalogue.ts'
import type { MapKind } from './settings.ts'

export type MapWord = Extract<Key, `map.${string}` | `status.${Status}`>
export type MapWords = Readonly<Partial<Record<MapWord, string>>>

/** The sentences that a map of this kind may say in the browser, and no others: they travel with every page. */
export function mapWords(locale: Locale, kind: MapKind): MapWords {
  return Object.fromEntries(said[kind].map((word) => [word, catalogues[locale][word]]))
}

function isSaidBy(kind: MapKind, word: string): boolean {
  if (onlyOfReports.has(word)) return kind === 'reports' || kind === 'page'
  if (word.startsWith('map.near_')) return kind === 'page'
  if (onlyOfPlaces.test(word)) return kind === 'place'
  return word.startsWith('map.') && !onlyOnServer.test(word)
}

const onlyOfReports: ReadonlySet<string> = new Set<MapWord>([
  'map.none',
  'map.in_view',
  'map.in_view_first',
  'map.counts',
  'map.count',
  'map.reports_failed',
  'map.newest_only',
  'map.report',
  'map.close',
  ...statuses.filter((status) => isPublic({ status })).map((status) => `status.${status}` as const),
])
const onlyOfPlaces = /^map\.(place\.|no_basemap_place$)/
const onlyOnServer = /^map\.(title|beside|needs_script|still|no_basemap_correction$)/

/** By kind, since a page with a map would else look through the whole catalogue. */
const said: Readonly<Record<MapKind, readonly MapWord[]>> = {
  reports: saidBy('reports'),
  page: saidBy('page'),
  report: saidBy('report'),
  place: saidBy('place'),
}

function saidBy(kind: MapKind): readonly MapWord[] {
  return Object.keys(catalogues.uk).filter((word): word is MapWord => isSaidBy(kind, word))
}
