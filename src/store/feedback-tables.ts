import type { Generated } from 'kysely'

import type { AdditionBy, AdditionState } from '#src/domain/addition.ts'
import type { CityId, PersonId, ReportId } from '#src/domain/id.ts'
import type { Closing, Stand } from '#src/domain/opinion.ts'

/** What those whom a report concerns say of its answer, and what residents add while it is open. */
export type FeedbackTables = {
  opinion: {
    city_id: CityId
    report_id: ReportId
    closing_seq: number
    closing: Closing
    person_id: PersonId | null
    said_by: Stand
    solved: boolean
    note: string
    said_at: Date
  }
  opinion_link: {
    city_id: CityId
    id: string
    secret_hash: string
    report_id: ReportId
    closing_seq: number
    person_id: PersonId
    expires_at: Date
  }
  addition: {
    city_id: CityId
    seq: number
    report_id: ReportId
    added_by: AdditionBy
    person_id: PersonId | null
    state: Generated<AdditionState>
    decided_seq: number | null
  }
  public_opinion: {
    city_id: CityId
    report_id: ReportId
    closing_seq: number
    closing: Closing
    said_by: Stand
    solved: boolean
  }
}
