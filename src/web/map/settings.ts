import type { Bounds } from '#src/domain/area.ts'
import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Point, Status } from '#src/domain/report.ts'
import { type PackedOutline, unpacked } from './packed-outline.ts'

/** What a map is for, and the facts that only this use needs. */
export type MapUse =
  | { readonly kind: 'reports'; readonly from: ReportsSource; readonly area?: AreaOnMap }
  /** A page of its own: `from` without filters, which its address and its form say; `list` is the same in words. */
  | {
      readonly kind: 'page'
      readonly from: ReportsSource
      readonly list: string
      /** The city's areas by their ids. */
      readonly areas: Readonly<Record<string, AreaOnMap>>
      /** How many of the newest reports are on the map under a filter that nobody counts by. */
      readonly most: number
    }
  /** `near`: the reports around it, for who compares them. */
  | { readonly kind: 'report'; readonly point: Point; readonly status: Status; readonly near?: readonly Pinned[] }
  /** Fills the inputs `lng` and `lat` of the form that it stands in; `corrects` where it is staff who put another's point right. */
  | { readonly kind: 'place'; readonly corrects?: true }

/** An area that reports are asked for of: the box that it fills, and the address of a GeoJSON of its border. */
export type AreaOnMap = { readonly bounds: Bounds; readonly border: string }

/** A report as no more than a pin. */
export type Pinned = { readonly location: Point; readonly status: Status }

export type MapKind = MapUse['kind']

/** Where reports come from, under the filters of the page. */
export type ReportsSource = {
  /** Address of a tile with `{z}`, `{x}` and `{y}` in it. */
  readonly tiles: string
  /** Address of a JSON of `ReportsOnMap`, for a `bbox` or for `number`s. */
  readonly inView: string
  /** How many of the newest are on the map, when not all that the filters leave may be. */
  readonly most: number | null
}

/** One report in words: the category and the age in the page's language. */
export type ReportOnMap = {
  readonly number: number
  readonly status: Status
  readonly headline: string
  /** The language of the headline. */
  readonly language: Locale
  readonly category: string
  readonly address: string
  readonly when: string
  /** Longitude and latitude. */
  readonly at: readonly [number, number] | null
  /** Address of a small picture; null when there is none. */
  readonly photo: string | null
}

/** The newest first. */
export type ReportsOnMap = { readonly reports: readonly ReportOnMap[]; readonly more: boolean }

/** All that the browser needs to draw a map: it travels in the `data-map` attribute. */
export type MapSettings = {
  readonly use: MapUse
  readonly locale: Locale
  readonly outline: MultiPolygon
  /** Address of the PMTiles archive, which says whether the operator gave one. */
  readonly basemap: string
  /** A report's address with `{number}` where its number goes. */
  readonly reportAddress: string
}

/** The same on its way. */
export type PackedSettings = Omit<MapSettings, 'outline'> & { readonly outline: PackedOutline }

/** The settings that the server wrote into the frame. */
export function settingsOf(frame: HTMLElement): MapSettings {
  const settings = JSON.parse(frame.dataset.map ?? '') as PackedSettings // safe: `MapFrame` wrote it
  return { ...settings, outline: unpacked(settings.outline) }
}
