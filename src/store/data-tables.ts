import type { ColumnType } from 'kysely'

import type { CityId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'

/** Tables of open data. */
export type DataTables = {
  data_file: {
    city_id: CityId
    /** An ISO date. */
    day: ColumnType<string, string, never>
    locale: Locale
    format: 'csv' | 'geojson'
    key: string
    reports: number
    bytes: number
    sha256: string
    written_at: Date
  }
}
