import { type Selectable, sql } from 'kysely'

import type { MediaId } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import { instant, instantOrNull } from './moment.ts'
import type { Tables } from './tables.ts'

/** A report's row with its point and its files read out. */
export type ReportRow = Selectable<Tables['report']> & {
  readonly lng: number | null
  readonly lat: number | null
  readonly files: readonly { readonly id: MediaId; readonly hidden: boolean; readonly unseen: boolean }[]
}

/** Of the report `r`. */
export const files = sql<ReportRow['files']>`coalesce((
  select json_agg(json_build_object('id', m.id, 'hidden', m.hidden, 'unseen', m.unseen) order by m.id)
  from media m where m.city_id = r.city_id and m.report_id = r.id), '[]')`

export function reportFromRow(row: ReportRow): Report {
  return {
    id: row.id,
    cityId: row.city_id,
    draftKey: row.draft_key,
    number: row.number,
    categoryId: row.category_id,
    location: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    address: row.address,
    description: row.description,
    answers: row.answers,
    media: row.files.map(({ id }) => id),
    hiddenMedia: row.files.filter(({ hidden }) => hidden).map(({ id }) => id),
    unseenMedia: row.files.filter(({ unseen }) => unseen).map(({ id }) => id),
    reporter: row.reporter_id,
    nameShown: row.name_shown,
    locale: row.locale,
    organization: row.organization_id,
    status: row.status,
    statusSince: instant(row.status_since),
    acceptedAt: instantOrNull(row.accepted_at),
    termEnds: instantOrNull(row.term_ends),
    answerDue: instantOrNull(row.answer_due),
    dueSince: instantOrNull(row.due_since),
    confirmed: row.confirmed,
    mergedInto: row.merged_into,
    submittedAt: instant(row.submitted_at),
  }
}
