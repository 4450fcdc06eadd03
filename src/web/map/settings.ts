import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Point, Status } from '#src/domain/report.ts'

/** What a map is for, and the facts that only this use needs. */
export type MapUse =
  /** `source` is the address of a GeoJSON of points whose properties are `ReportOnMap`. */
  | { readonly kind: 'reports'; readonly source: string }
  /** `near`: the reports around it, for who compares them. */
  | { readonly kind: 'report'; readonly point: Point; readonly status: Status; readonly near?: readonly Pinned[] }
  /** Fills the inputs `lng` and `lat` of the form that it stands in. */
  | { readonly kind: 'place' }

/** A report as no more than a pin. */
export type Pinned = { readonly location: Point; readonly status: Status }

export type MapKind = MapUse['kind']

/** The properties of a feature in the GeoJSON that `source` names. */
export type ReportOnMap = {
  readonly number: number
  readonly status: Status
  readonly headline: string
  /** The category's name in the page's language. */
  readonly category: string
}

/** All that the browser needs to draw a map: it travels in the `data-map` attribute. */
export type MapSettings = {
  readonly use: MapUse
  readonly locale: Locale
  readonly outline: MultiPolygon
  /** Address of the PMTiles archive; null when the operator gave none. */
  readonly basemap: string | null
  /** A report's address with `{number}` where its number goes. */
  readonly reportAddress: string
}

/** The settings that the server wrote into the frame. */
export function settingsOf(frame: HTMLElement): MapSettings {
  return JSON.parse(frame.dataset.map ?? '') as MapSettings // safe: `MapFrame` wrote it
}
