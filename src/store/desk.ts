import { type RawBuilder, sql } from 'kysely'

import type { CategoryId, OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Point, Status } from '#src/domain/report.ts'
import { instant, instantOrNull, moment } from './moment.ts'
import { isOverdueRow, type Overdue } from './overdue.ts'
import type { PublicMedia } from './public-reports.ts'
import type { Tx } from './store.ts'

/** A folder of the desk: which reports it holds, as a condition the database can count by. */
export type Folder = {
  readonly statuses: readonly Status[]
  /** Only this organization's. */
  readonly organization?: OrganizationId
  /** Only those to which something was added, or a photo sent with an answer, that waits for a moderator. */
  readonly additions?: true
  /** Only those whose answer is late. */
  readonly overdue?: Overdue
}

export type DeskRow = {
  readonly number: number
  readonly status: Status
  readonly categoryId: CategoryId
  readonly organization: OrganizationId | null
  readonly address: string
  readonly description: string
  /** The language that the author wrote in. */
  readonly locale: Locale
  readonly submittedAt: Temporal.Instant
  readonly statusSince: Temporal.Instant
  readonly answerDue: Temporal.Instant | null
  readonly hasPlace: boolean
  readonly photo: Thumbnail | null
}

/** The first photo or video, to know a report by. */
type Thumbnail = Pick<PublicMedia, 'key' | 'kind'>

/** One that is hidden from the public stands for nothing, as does one of an addition that no moderator has shown. */
const thumbnail = sql<Thumbnail | null>`(select json_build_object('key', m.key, 'kind', m.kind) from media m
  where m.city_id = r.city_id and m.report_id = r.id and not m.hidden order by m.id limit 1)`

/**
 * `due`: what is due soonest first; `oldest`: what has waited longest first; `newest`: what changed last first; `added`:
 * what has had an addition waiting the longest.
 */
export type Order = 'due' | 'oldest' | 'newest' | 'added'

/** What waits for a moderator, by the event that it came with. */
const waiting = sql`(select city_id, report_id, seq from addition where state = 'waiting'
  union all select city_id, report_id, event_seq from media where unseen) as w`

const orders: Record<Order, RawBuilder<unknown>> = {
  due: sql`r.answer_due asc nulls last, r.number`,
  oldest: sql`r.status_since asc, r.number`,
  newest: sql`r.status_since desc, r.number`,
  added: sql`(select min(w.seq) from ${waiting} where w.city_id = r.city_id and w.report_id = r.id)`,
}

/** One page of a folder, in one statement. What is shown of a report is read for this page alone, however many lie before it. */
export async function folder(
  tx: Tx,
  asked: Folder,
  order: Order,
  offset: number,
  most: number,
): Promise<readonly DeskRow[]> {
  const page = within(tx, asked).select('r.id').orderBy(orders[order]).offset(offset).limit(most)
  const rows = await tx.db
    .selectFrom('report as r')
    .where('r.city_id', '=', tx.city)
    .where('r.id', 'in', page)
    .select(['r.number', 'r.status', 'r.category_id', 'r.organization_id', 'r.address', 'r.description', 'r.locale'])
    .select(['r.submitted_at', 'r.status_since', 'r.answer_due'])
    .select([sql<boolean>`r.location is not null`.as('has_place'), thumbnail.as('photo')])
    .orderBy(orders[order])
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    categoryId: row.category_id,
    organization: row.organization_id,
    address: row.address,
    description: row.description,
    locale: row.locale,
    submittedAt: instant(row.submitted_at),
    statusSince: instant(row.status_since),
    answerDue: instantOrNull(row.answer_due),
    hasPlace: row.has_place,
    photo: row.photo,
  }))
}

/** How many reports of each status wait, and how many of those are overdue: the figures beside all folders, in one statement. */
export async function counts(
  { city, db }: Tx,
  organization: OrganizationId | null,
  overdue: Overdue,
): Promise<{ readonly byStatus: ReadonlyMap<Status, number>; readonly overdue: number }> {
  const rows = await db
    .selectFrom('report')
    .select([
      'status',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`(count(*) filter (where ${isOverdueRow(sql`report`, overdue)}))::int`.as('overdue'),
    ])
    .where('city_id', '=', city)
    // Named as the index names them, which holds these alone.
    .where(sql<boolean>`status in ('submitted', 'accepted', 'in_progress', 'awaiting_answer', 'postponed')`)
    .$if(organization !== null, (query) => query.where('organization_id', '=', organization))
    .groupBy('status')
    .execute()
  return {
    byStatus: new Map(rows.map((row) => [row.status, row.count])),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  }
}

/** Of latitude, anywhere on the ground. */
const metresInDegree = 111_195

export type Near = {
  readonly number: number
  readonly status: Status
  readonly categoryId: CategoryId
  readonly description: string
  /** The language that the author wrote in. */
  readonly locale: Locale
  readonly address: string
  readonly submittedAt: Temporal.Instant
  readonly location: Point
  readonly metres: number
  readonly photo: Thumbnail | null
}

/** Other reports around a point, nearest first, within `metres` on the ground and since a moment. */
export async function near(
  { city, db }: Tx,
  { lng, lat }: Point,
  options: {
    readonly except: ReportId
    readonly metres: number
    readonly since: Temporal.Instant
    readonly most: number
    /** Also those that wait for a moderator. */
    readonly withUnpublished: boolean
  },
): Promise<readonly Near[]> {
  const point = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`
  // The index knows degrees only; a box that just holds the circle lets it choose, then metres decide.
  const north = (options.metres / metresInDegree) * 1.01
  const east = north / Math.cos((lat * Math.PI) / 180)
  // As on a plane: so near, that is right to a hand's breadth, and it costs nothing next to the way over the sphere.
  const distance = sql<number>`${metresInDegree}::float * sqrt((st_y(r.location) - ${lat}::float) ^ 2
    + ((st_x(r.location) - ${lng}::float) * cos(radians(${lat}::float))) ^ 2)`
  const rows = await db
    .selectFrom('report as r')
    .select(['r.number', 'r.status', 'r.category_id', 'r.description', 'r.locale', 'r.address', 'r.submitted_at'])
    .select([
      distance.as('metres'),
      sql<number>`st_x(r.location)`.as('lng'),
      sql<number>`st_y(r.location)`.as('lat'),
      thumbnail.as('photo'),
    ])
    .where('r.city_id', '=', city)
    .where(sql<boolean>`r.location && st_expand(${point}, ${east}, ${north})`)
    .where(distance, '<=', options.metres)
    .where('r.id', '<>', options.except)
    .where('r.submitted_at', '>=', moment(options.since))
    .where('r.status', 'not in', ['rejected', 'withdrawn', 'merged'])
    .$if(!options.withUnpublished, (query) => query.where('r.public', '=', true))
    .orderBy(distance)
    .limit(options.most)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    categoryId: row.category_id,
    description: row.description,
    locale: row.locale,
    address: row.address,
    submittedAt: instant(row.submitted_at),
    location: { lng: row.lng, lat: row.lat },
    metres: Math.round(row.metres),
    photo: row.photo,
  }))
}

/** Names and addresses of people, for those who may read them. */
export async function namesOf(
  { db }: Tx,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, { readonly firstName: string; readonly lastName: string; readonly email: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'first_name', 'last_name', 'email'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { firstName: row.first_name, lastName: row.last_name, email: row.email }]))
}

function within({ city, db }: Tx, { statuses, organization, additions, overdue }: Folder) {
  return db
    .selectFrom('report as r')
    .where('r.city_id', '=', city)
    .where('r.status', 'in', statuses)
    .$if(organization !== undefined, (query) => query.where('r.organization_id', '=', organization as OrganizationId))
    .$if(additions === true, (query) =>
      query.where(sql<boolean>`r.id in (select w.report_id from ${waiting} where w.city_id = ${city})`),
    )
    .$if(overdue !== undefined, (query) => query.where(isOverdueRow(sql`r`, overdue as Overdue)))
}
