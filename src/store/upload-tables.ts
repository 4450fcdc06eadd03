import type { ColumnType, Generated } from 'kysely'

import type { CityId, DraftKey, MediaId, PersonId, UploadId } from '#src/domain/id.ts'

/** Files on their way. */
export type UploadTables = {
  upload: {
    city_id: CityId
    id: UploadId
    draft_key: DraftKey
    person_id: PersonId | null
    length: number
    received: Generated<number>
    pieces: ColumnType<string[], never, never>
    media_id: MediaId | null
    moved_at: Date
  }
}
