import type { ColumnType, Generated } from 'kysely'

import type { ActKind, DeclineReason } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { AdditionBy } from '#src/domain/addition.ts'
import type { Outcome } from '#src/domain/figures.ts'
import type {
  AreaId,
  CategoryId,
  CityId,
  DraftKey,
  GroupId,
  LinkId,
  MediaId,
  OrganizationId,
  PersonId,
  ReportId,
  SessionId,
  StopKey,
} from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Answers } from '#src/domain/questions.ts'
import type { NameShown, Status } from '#src/domain/report.ts'
import type { AppealTables } from './appeal-tables.ts'
import type { DataTables } from './data-tables.ts'
import type { FeedbackTables } from './feedback-tables.ts'
import type { FollowingTables } from './following-tables.ts'
import type { PlaceTables } from './place-tables.ts'
import type { PushTables } from './push-tables.ts'
import type { UploadTables } from './upload-tables.ts'

/** JSON is written as text, because the driver would make a PostgreSQL array of a JavaScript one. */
type Json<Read> = ColumnType<Read, string, string>
/** Filled from a point by the statement itself; read through ST_X and ST_Y. */
type Geometry = ColumnType<unknown, unknown, unknown>

export type Tables = AppealTables &
  DataTables &
  PlaceTables &
  FeedbackTables &
  FollowingTables &
  PushTables &
  UploadTables & {
    migration: { name: string; ran_at: Generated<Date> }

    person: {
      id: PersonId
      email: string
      email_verified: Generated<boolean>
      name: Generated<string>
      first_name: Generated<string>
      last_name: Generated<string>
      locale: Generated<Locale>
      created_at: Generated<Date>
      updated_at: Generated<Date>
    }
    address_change: { id: string; person_id: PersonId; email: string; changed_at: Date }
    consent: { person_id: PersonId; version: string; locale: Locale; text: string; given_at: Date }
    session: { id: SessionId; person_id: PersonId; token: string; expires_at: Date; created_at: Generated<Date> }
    verification: { id: string; identifier: string; value: string; expires_at: Date }
    rate_limit: { key: string; window_start: Date; hits: number }

    city: {
      id: CityId
      document: Json<unknown>
      outline: Geometry
      last_number: Generated<number>
      last_seq: Generated<number>
      areas_seq: Generated<number>
    }
    organization: { city_id: CityId; id: OrganizationId; email: string }
    category: { city_id: CityId; id: CategoryId; group_id: GroupId }
    responsibility: {
      city_id: CityId
      area_id: AreaId | null
      category_id: CategoryId | null
      group_id: GroupId | null
      organization_id: OrganizationId
    }
    membership: { city_id: CityId; email: string; role: Role; organization_id: OrganizationId | null }

    report: {
      city_id: CityId
      id: ReportId
      number: number
      draft_key: DraftKey
      category_id: CategoryId
      location: Geometry
      address: string
      description: string
      answers: Json<Answers>
      reporter_id: PersonId | null
      name_shown: NameShown
      locale: Locale
      organization_id: OrganizationId | null
      status: Status
      status_since: Date
      accepted_at: Date | null
      term_ends: Date | null
      answer_due: Date | null
      due_since: Date | null
      confirmed: boolean
      merged_into: ReportId | null
      submitted_at: Date
      written_at: Generated<Date | null>
      last_seq: number
      touched_seq: Generated<number>
      supporters: Generated<number>
      public: ColumnType<boolean, never, never>
      cell: ColumnType<number | null, never, never>
    }
    report_area: { city_id: CityId; number: number; area_id: AreaId; submitted_at: Date; status: Status }
    report_count: {
      city_id: CityId
      level: number
      about: string
      cell: number
      status: Status
      reports: number
      lng: number
      lat: number
      number: number
    }
    outcome_count: {
      city_id: CityId
      area_id: AreaId | ''
      cut: '' | 'organization' | 'category' | 'both'
      month: ColumnType<Date, never, never>
    }
    public_outcome: {
      city_id: CityId
      number: number
      submitted_at: Date
      outcome: Outcome
      reason: DeclineReason | 'unknown' | 'waiting' | ''
      due_on: ColumnType<Date | null, never, never>
      late: boolean
      verdict: number
      days: number | null
    }
    report_event: {
      city_id: CityId
      seq: number
      report_id: ReportId
      kind: 'submitted' | 'moved'
      act: ActKind | null
      body: Json<unknown> | null
      from_status: Status | null
      to_status: Status
      by_kind: Exclude<Actor['kind'], 'visitor'>
      by_person: PersonId | null
      by_organization: OrganizationId | null
      act_key: string | null
      at: Date
    }
    media: {
      city_id: CityId
      id: MediaId
      key: string
      draft_key: DraftKey
      source: string | null
      report_id: ReportId | null
      event_seq: number | null
      kind: MediaKind
      type: string
      width: number
      height: number
      hidden: Generated<boolean>
      unseen: Generated<boolean>
      created_at: Date
    }
    draft: { city_id: CityId; key: DraftKey; fields: Json<unknown>; saved_at: Date }
    notice: {
      city_id: CityId
      id: string
      event_seq: number
      report_id: ReportId
      person_id: PersonId | null
      organization_id: OrganizationId | null
      created_at: Date
      sent_at: Date | null
      failed_at: Date | null
    }
    support: {
      city_id: CityId
      report_id: ReportId
      person_id: PersonId
      since: Date
      merged_from: ReportId | null
      stop_key: Generated<StopKey>
    }
    reminder: {
      city_id: CityId
      id: string
      organization_id: OrganizationId
      recipient: 'organization' | 'head' | 'city' | 'administrator'
      person_id: PersonId | null
      report_id: ReportId | null
      term: Date
      point: number | null
      moot: Generated<boolean>
      created_at: Date
      sent_at: Date | null
      failed_at: Date | null
    }
    overdue_wish: {
      city_id: CityId
      person_id: PersonId
    }
    private_link: {
      city_id: CityId
      id: LinkId
      secret_hash: string
      report_id: ReportId
      organization_id: OrganizationId
      created_at: Date
      expires_at: Date
      revoked_at: Date | null
    }

    public_report: {
      city_id: CityId
      id: ReportId
      number: number
      category_id: CategoryId
      location: Geometry
      address: string
      description: string
      answers: Json<Answers>
      author_name: string | null
      locale: Locale
      organization_id: OrganizationId | null
      status: Status
      status_since: Date
      accepted_at: Date | null
      answer_due: Date | null
      confirmed: boolean
      merged_into_number: number | null
      submitted_at: Date
      last_seq: number
      supporters: number
      term_ends: Date | null
    }
    public_pin: {
      city_id: CityId
      number: number
      cell: number
      status: Status
      category_id: CategoryId
      submitted_at: Date
      location: Geometry
    }
    public_report_event: {
      city_id: CityId
      seq: number
      report_id: ReportId
      kind: 'submitted' | 'moved'
      act: ActKind | null
      body: unknown
      from_status: Status | null
      to_status: Status
      by: 'organization' | 'moderator' | AdditionBy
      by_organization: OrganizationId | null
      at: Date
    }
    public_media: {
      city_id: CityId
      id: MediaId
      key: string
      report_id: ReportId
      event_seq: number
      kind: MediaKind
      type: string
      width: number
      height: number
    }
  }

export type Role = 'moderator' | 'officer' | 'administrator'
export type MediaKind = 'photo' | 'video'
