import { sql } from 'kysely'

import type { ActKind } from '#src/domain/act.ts'
import type { AdditionBy } from '#src/domain/addition.ts'
import type { Area } from '#src/domain/area.ts'
import type { AreaId, CategoryId, MediaId, OrganizationId, ReportId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Answers } from '#src/domain/questions.ts'
import type { Point, Status } from '#src/domain/report.ts'
import { areasAsJson } from './areas.ts'
import { instant, instantOrNull } from './moment.ts'
import { type Filter, narrowed } from './narrowed.ts'
import { countsAsJson, type OpinionCount } from './opinions.ts'
import type { Tx } from './store.ts'
import type { MediaKind } from './tables.ts'

/** One row of a list. */
export type Listed = {
  readonly number: number
  readonly status: Status
  readonly categoryId: CategoryId
  readonly address: string
  readonly description: string
  /** The language that the author wrote in. */
  readonly locale: Locale
  readonly location: Point | null
  readonly submittedAt: Temporal.Instant
  readonly statusSince: Temporal.Instant
  readonly answerDue: Temporal.Instant | null
  /** The first photo or video that the public may see. */
  readonly photo: Pick<PublicMedia, 'key' | 'kind'> | null
}

/** A page of public reports, newest first. One statement, whatever the filter. */
export async function list(tx: Tx, filter: Filter, most: number): Promise<readonly Listed[]> {
  const rows = await narrowed(tx, filter)
    .select(['r.number', 'r.status', 'r.category_id', 'r.address', 'r.description', 'r.locale', 'r.submitted_at'])
    .select(['r.status_since', 'r.answer_due'])
    .select([
      sql<number | null>`st_x(r.location)`.as('lng'),
      sql<number | null>`st_y(r.location)`.as('lat'),
      sql<Listed['photo']>`(select json_build_object('key', m.key, 'kind', m.kind) from public_media m
        where m.city_id = r.city_id and m.report_id = r.id order by m.id limit 1)`.as('photo'),
    ])
    .limit(most)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    categoryId: row.category_id,
    address: row.address,
    description: row.description,
    locale: row.locale,
    location: point(row),
    submittedAt: instant(row.submitted_at),
    statusSince: instant(row.status_since),
    answerDue: instantOrNull(row.answer_due),
    photo: row.photo,
  }))
}

/** What a map shows of one report. */
export type Mapped = {
  readonly number: number
  readonly status: Status
  readonly categoryId: CategoryId
  readonly description: string
  readonly submittedAt: Temporal.Instant
  readonly location: Point
  readonly areas: readonly AreaId[]
}

/** Public reports that have a place, newest first. */
export async function mapped(tx: Tx, filter: Filter, most: number): Promise<readonly Mapped[]> {
  const rows = await narrowed(tx, filter)
    .select(['r.number', 'r.status', 'r.category_id', 'r.description', 'r.submitted_at'])
    .select([
      sql<number>`st_x(r.location)`.as('lng'),
      sql<number>`st_y(r.location)`.as('lat'),
      sql<AreaId[]>`array(select k.area_id from report_area k
        where k.city_id = r.city_id and k.number = r.number order by k.area_id)`.as('areas'),
    ])
    .where('r.location', 'is not', null)
    .limit(most)
    .execute()
  return rows.map(({ number, status, category_id, description, submitted_at, lng, lat, areas }) => ({
    number,
    status,
    categoryId: category_id,
    description,
    submittedAt: instant(submitted_at),
    location: { lng, lat },
    areas,
  }))
}

export type PublicEvent = {
  readonly seq: number
  readonly act: ActKind | 'submitted'
  readonly body: PublicBody
  readonly from: Status | null
  readonly to: Status
  readonly by: 'organization' | 'moderator' | AdditionBy
  readonly organization: OrganizationId | null
  readonly at: Temporal.Instant
}

/** What an act said, as far as the public may read it. */
export type PublicBody = {
  readonly note?: string
  readonly question?: string
  readonly answer?: string
  readonly reason?: string
  readonly until?: string
  readonly organization?: OrganizationId
}

export type PublicMedia = {
  readonly id: MediaId
  readonly key: string
  readonly seq: number
  readonly kind: MediaKind
  readonly type: string
  readonly width: number
  readonly height: number
}

/** All that anyone may know of one report. */
export type PublicReport = {
  readonly id: ReportId
  readonly number: number
  readonly categoryId: CategoryId
  readonly location: Point | null
  readonly address: string
  readonly description: string
  readonly answers: Answers
  readonly authorName: string | null
  readonly locale: Locale
  readonly organization: OrganizationId | null
  readonly status: Status
  readonly statusSince: Temporal.Instant
  readonly acceptedAt: Temporal.Instant | null
  readonly answerDue: Temporal.Instant | null
  readonly confirmed: boolean
  readonly mergedIntoNumber: number | null
  readonly submittedAt: Temporal.Instant
  readonly supporters: number
  /** Widest first. */
  readonly areas: readonly Area[]
  /** What is said of each closing. */
  readonly opinions: readonly OpinionCount[]
  readonly events: readonly PublicEvent[]
  readonly media: readonly PublicMedia[]
}

/** Null when there is no such report, or the public may not see it. One statement, with its events and files. */
export async function find(tx: Tx, number: number): Promise<PublicReport | null> {
  const row = await tx.db
    .selectFrom('public_report as r')
    .selectAll('r')
    .select([
      sql<number | null>`st_x(r.location)`.as('lng'),
      sql<number | null>`st_y(r.location)`.as('lat'),
      sql<
        EventJson[]
      >`coalesce((select json_agg(json_build_object('seq', e.seq, 'act', e.act, 'body', e.body, 'from', e.from_status, 'to', e.to_status,
        'by', e.by, 'organization', e.by_organization, 'at', extract(epoch from e.at) * 1000) order by e.seq)
        from public_report_event e where e.city_id = r.city_id and e.report_id = r.id), '[]')`.as('events'),
      sql<
        PublicMedia[]
      >`coalesce((select json_agg(json_build_object('id', m.id, 'key', m.key, 'seq', m.event_seq, 'kind', m.kind, 'type', m.type, 'width', m.width, 'height', m.height) order by m.id)
        from public_media m where m.city_id = r.city_id and m.report_id = r.id), '[]')`.as('media'),
      countsAsJson(sql`r.city_id`, sql`r.id`).as('opinions'),
      areasAsJson(sql`from report_area k join area a on a.city_id = k.city_id and a.id = k.area_id
        where k.city_id = r.city_id and k.number = r.number`).as('areas'),
    ])
    .where('r.city_id', '=', tx.city)
    .where('r.number', '=', number)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    number: row.number,
    categoryId: row.category_id,
    location: point(row),
    address: row.address,
    description: row.description,
    answers: row.answers,
    authorName: row.author_name,
    locale: row.locale,
    organization: row.organization_id,
    status: row.status,
    statusSince: instant(row.status_since),
    acceptedAt: instantOrNull(row.accepted_at),
    answerDue: instantOrNull(row.answer_due),
    confirmed: row.confirmed,
    mergedIntoNumber: row.merged_into_number,
    submittedAt: instant(row.submitted_at),
    supporters: row.supporters,
    areas: row.areas,
    opinions: row.opinions,
    events: row.events.map(eventFromJson),
    media: row.media,
  }
}

type EventJson = Omit<PublicEvent, 'act' | 'body' | 'at'> & { act: ActKind | null; body: PublicBody | null; at: number }

function eventFromJson({ act, body, at, ...rest }: EventJson): PublicEvent {
  return {
    ...rest,
    act: act ?? 'submitted',
    body: body ?? {},
    at: Temporal.Instant.fromEpochMilliseconds(Math.round(at)),
  }
}

function point({ lng, lat }: { lng: number | null; lat: number | null }): Point | null {
  return lng === null || lat === null ? null : { lng, lat }
}
