import { type Kysely, type RawBuilder, sql } from 'kysely'

import type { Frequency, Topic } from '#src/domain/following.ts'
import type { AreaId, CategoryId, CityId, FollowKey, GroupId, OrganizationId, SubscriptionId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** One thing that somebody follows. */
export type Subscription = {
  readonly city: CityId
  readonly id: SubscriptionId
  readonly topic: Topic
  readonly frequency: Frequency
  readonly since: Temporal.Instant
}

export type Follower = {
  readonly key: FollowKey
  readonly email: string
  readonly locale: Locale
  readonly subscriptions: readonly Subscription[]
}

export type Wish = {
  readonly email: string
  readonly locale: Locale
  readonly topic: Topic
  readonly frequency: Frequency
}

/**
 * The address follows the topic from now on; with `confirmUntil`, once that is confirmed. Asked twice, it is followed
 * once: proven anew, with the frequency asked for last; not proven, what is confirmed stays as it is. Null when the
 * report is none that everyone may see.
 */
export async function subscribe(
  tx: OpenTx,
  { email, locale, topic, frequency }: Wish,
  at: Temporal.Instant,
  confirmUntil: Temporal.Instant | null,
): Promise<SubscriptionId | null> {
  const about = await columnsOf(tx, topic)
  if (!about) return null
  const follower = await tx.db
    .insertInto('follower')
    .values({ city_id: tx.city, email, locale })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'email']).doUpdateSet((eb) => ({ email: eb.ref('excluded.email') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await tx.db
    .insertInto('subscription')
    .values({
      city_id: tx.city,
      follower_id: follower.id,
      ...about,
      frequency,
      since: moment(at),
      confirm_until: confirmUntil && moment(confirmUntil),
    })
    .onConflict((conflict) =>
      conflict
        .columns([
          'city_id',
          'follower_id',
          'report_id',
          'area_id',
          'category_id',
          'group_id',
          'organization_id',
          'location',
          'metres',
        ])
        .doUpdateSet(
          confirmUntil === null
            ? { frequency, confirm_until: null }
            : {
                frequency: sql`case when subscription.confirm_until is null then subscription.frequency else excluded.frequency end`,
                confirm_until: sql`case when subscription.confirm_until is null then null else excluded.confirm_until end`,
              },
        ),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type About = Pick<
  Tables['subscription'],
  'report_id' | 'area_id' | 'category_id' | 'group_id' | 'organization_id' | 'metres'
> & {
  readonly location: RawBuilder<unknown> | null
}

async function columnsOf({ city, db }: Tx, topic: Topic): Promise<About | null> {
  const none = {
    report_id: null,
    area_id: null,
    category_id: null,
    group_id: null,
    organization_id: null,
    location: null,
    metres: null,
  }
  switch (topic.kind) {
    case 'report': {
      const report = await db
        .selectFrom('public_report')
        .select('id')
        .where('city_id', '=', city)
        .where('number', '=', topic.number)
        .executeTakeFirst()
      return report ? { ...none, report_id: report.id } : null
    }
    case 'area':
      return { ...none, area_id: topic.area }
    case 'category':
      return { ...none, category_id: topic.category }
    case 'group':
      return { ...none, group_id: topic.group }
    case 'organization':
      return { ...none, organization_id: topic.organization }
    case 'circle': {
      const { lng, lat } = topic.center
      return { ...none, location: sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`, metres: topic.metres }
    }
  }
}

/** What a letter asks to be confirmed; null when it is too late, or nobody asked. Confirmed already, it is still found. */
export async function findAsked(
  { city, db }: Tx,
  id: SubscriptionId,
  now: Temporal.Instant,
): Promise<(Subscription & { readonly email: string; readonly locale: Locale; readonly key: FollowKey }) | null> {
  const row = await selected(db)
    .select(['f.email', 'f.locale', 'f.key'])
    .where('s.city_id', '=', city)
    .where('s.id', '=', id)
    .where((eb) => eb.or([eb('s.confirm_until', 'is', null), eb('s.confirm_until', '>', moment(now))]))
    .executeTakeFirst()
  return row ? { ...subscriptionFromRow(row), email: row.email, locale: row.locale, key: row.key } : null
}

/** Who got the letter says so; the language of the page becomes that of further letters. Null when it is too late. */
export async function confirm(
  tx: OpenTx,
  id: SubscriptionId,
  locale: Locale,
  now: Temporal.Instant,
): Promise<FollowKey | null> {
  const asked = await findAsked(tx, id, now)
  if (!asked) return null
  await tx.db
    .updateTable('subscription')
    .set({ confirm_until: null, since: moment(now) })
    .where('city_id', '=', tx.city)
    .where('id', '=', id)
    .where('confirm_until', 'is not', null)
    .execute()
  await tx.db
    .updateTable('follower')
    .set({ locale })
    .where('city_id', '=', tx.city)
    .where('key', '=', asked.key)
    .execute()
  return asked.key
}

/** All that whoever holds the key follows in the city; null when that is nothing. */
export async function findByKey({ city, db }: Tx, key: FollowKey): Promise<Follower | null> {
  const rows = await selected(db)
    .select(['f.email', 'f.locale'])
    .where('f.city_id', '=', city)
    .where('f.key', '=', key)
    .where('s.confirm_until', 'is', null)
    .orderBy('s.since', 'desc')
    .orderBy('s.id')
    .execute()
  const [first] = rows
  return first ? { key, email: first.email, locale: first.locale, subscriptions: rows.map(subscriptionFromRow) } : null
}

/** What an address follows, in every city, with the key to each city's. */
export async function ofAddress(
  whole: Kysely<Tables>,
  email: string,
): Promise<readonly (Subscription & { readonly key: FollowKey })[]> {
  const rows = await selected(whole)
    .select('f.key')
    .where('f.email', '=', email)
    .where('s.confirm_until', 'is', null)
    .orderBy('s.since', 'desc')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({ ...subscriptionFromRow(row), key: row.key }))
}

/** Ends one thing that is followed by this key, or all of it. An address that follows nothing more is forgotten. */
export async function stop(tx: OpenTx, key: FollowKey, what: SubscriptionId | 'all'): Promise<void> {
  // Held from here on: what comes to be followed meanwhile waits, and is not taken for nothing.
  const mine = await tx.db
    .selectFrom('follower')
    .select('id')
    .where('city_id', '=', tx.city)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if (!mine) return
  if (what !== 'all') {
    await tx.db
      .deleteFrom('subscription')
      .where('city_id', '=', tx.city)
      .where('follower_id', '=', mine.id)
      .where('id', '=', what)
      .execute()
  }
  await sql`delete from follower f where f.city_id = ${tx.city} and f.id = ${mine.id} and (${what === 'all'}
    or not exists (select from subscription s where s.city_id = f.city_id and s.follower_id = f.id))`.execute(tx.db)
}

export async function setFrequency(tx: Tx, key: FollowKey, id: SubscriptionId, frequency: Frequency): Promise<void> {
  const mine = tx.db.selectFrom('follower').select('id').where('city_id', '=', tx.city).where('key', '=', key)
  await tx.db
    .updateTable('subscription')
    .set({ frequency })
    .where('city_id', '=', tx.city)
    .where('follower_id', 'in', mine)
    .where('id', '=', id)
    .execute()
}

/** The address follows nothing any more, in any city. */
export async function forget(whole: Kysely<Tables>, email: string): Promise<void> {
  await whole.deleteFrom('follower').where('email', '=', email).execute()
}

/** A subscription with its follower, and the number of the report it is about. */
function selected(db: Kysely<Tables>) {
  return db
    .selectFrom('subscription as s')
    .innerJoin('follower as f', (join) => join.onRef('f.city_id', '=', 's.city_id').onRef('f.id', '=', 's.follower_id'))
    .leftJoin('report as r', (join) => join.onRef('r.city_id', '=', 's.city_id').onRef('r.id', '=', 's.report_id'))
    .select([
      's.city_id',
      's.id',
      's.area_id',
      's.category_id',
      's.group_id',
      's.organization_id',
      's.metres',
      's.frequency',
      's.since',
    ])
    .select([
      'r.number',
      sql<number | null>`st_x(s.location)`.as('lng'),
      sql<number | null>`st_y(s.location)`.as('lat'),
    ])
}

type Row = Readonly<
  Pick<
    Tables['subscription'],
    'city_id' | 'area_id' | 'category_id' | 'group_id' | 'organization_id' | 'metres' | 'frequency' | 'since'
  >
> & {
  readonly id: SubscriptionId
  readonly number: number | null
  readonly lng: number | null
  readonly lat: number | null
}

function subscriptionFromRow(row: Row): Subscription {
  const { city_id: city, id, frequency, since } = row
  return { city, id, frequency, topic: topicFrom(row), since: Temporal.Instant.fromEpochMilliseconds(since.getTime()) }
}

/** The one of its columns that is not empty says what a subscription is about. */
export function topicFrom(row: {
  readonly number: number | null
  readonly area_id: AreaId | null
  readonly category_id: CategoryId | null
  readonly group_id: GroupId | null
  readonly organization_id: OrganizationId | null
  readonly lng: number | null
  readonly lat: number | null
  readonly metres: number | null
}): Topic {
  if (row.number !== null) return { kind: 'report', number: row.number }
  if (row.area_id !== null) return { kind: 'area', area: row.area_id }
  if (row.category_id !== null) return { kind: 'category', category: row.category_id }
  if (row.group_id !== null) return { kind: 'group', group: row.group_id }
  if (row.organization_id !== null) return { kind: 'organization', organization: row.organization_id }
  return { kind: 'circle', center: { lng: row.lng ?? 0, lat: row.lat ?? 0 }, metres: row.metres ?? 0 }
}
