import type { ColumnType } from 'kysely'

import type { AreaKind } from '#src/domain/area.ts'
import type { AreaId, CityId } from '#src/domain/id.ts'
import type { Words } from '#src/domain/locale.ts'
import type { PlaceKind } from '#src/domain/places/place.ts'

/** Filled from a point by the statement itself; read through ST_X and ST_Y. */
type Geometry = ColumnType<unknown, unknown, unknown>

/** The parts of a city, and what its gazetteer knows. */
export type PlaceTables = {
  area: {
    city_id: CityId
    id: AreaId
    at: number
    kind: AreaKind
    name: ColumnType<Words, string, string>
    approximate: boolean
    shape: Geometry
  }
  area_source: { city_id: CityId; imported: boolean; licence: 'openstreetmap' | 'stated' | null; attribution: string }
  place: {
    city_id: CityId
    id: number
    kind: PlaceKind
    name: string
    english: string | null
    location: Geometry
    shape: Geometry
  }
  place_name: {
    city_id: CityId
    place_id: number
    at: number
    name: string
    old: boolean
    key: string
    location: Geometry
  }
  house: { city_id: CityId; place_id: number; key: string; shown: string; number: number; location: Geometry }
  place_source: {
    city_id: CityId
    at: number
    licence: 'openstreetmap' | 'stated'
    attribution: string
    imported_at: Date
  }
}
