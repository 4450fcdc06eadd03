import { type Kysely, type RawBuilder, sql } from 'kysely'

import { type TopicKind, widestRadius } from '#src/domain/following.ts'
import { moment } from './moment.ts'
import type { OpenTx } from './store.ts'
import type { Tables } from './tables.ts'

/** Before the first follower of all. */
export const fromTheFirst = '00000000-0000-0000-0000-000000000000'

type Step = {
  readonly seq: number
  readonly topics: readonly TopicKind[]
  /** When it happened: who began to follow later does not hear of it. */
  readonly happened: Temporal.Instant
  readonly at: Temporal.Instant
  /** Followers are told in the order of their ids, some at a time. */
  readonly after: string
  readonly most: number
}

/**
 * One row for each of the next followers who hear of an event: the last of them, or null when there are no more. Whoever
 * made the step, or has a notice of it as its author or supporter, is passed over; a report that is public no more is
 * told to nobody.
 */
export async function deliver(tx: OpenTx, { seq, topics, happened, at, after, most }: Step): Promise<string | null> {
  const { city, db } = tx
  if (topics.length === 0) return null
  const { rows } = await sql<{ last: string | null }>`
    with told as materialized (
      select r.id, r.number, r.category_id, r.organization_id, r.location, e.by_person
      from report_event e join report r on r.city_id = e.city_id and r.id = e.report_id
      where e.city_id = ${city} and e.seq = ${seq} and r.public
    ), reached as (
      ${sql.join(
        topics.map(
          (topic) => sql`select s.follower_id, s.id, s.frequency from subscription s
          where s.city_id = ${city} and s.confirm_until is null and s.since <= ${moment(happened)}
            and s.follower_id > ${after} and ${reaches[topic](city)}`,
        ),
        sql` union all `,
      )}
    ), chosen as materialized (
      select follower_id, bool_or(frequency = 'at_once') as at_once, (array_agg(id order by frequency, id))[1] as subscription
      from reached group by follower_id order by follower_id limit ${most}
    ), made as (
      insert into delivery (city_id, event_seq, follower_id, subscription_id, at_once, created_at)
      select ${city}, ${seq}, c.follower_id, c.subscription, c.at_once, ${moment(at)}
      from chosen c join follower f on f.city_id = ${city} and f.id = c.follower_id
      where not exists (select from notice n join person p on p.id = n.person_id
          where n.city_id = ${city} and n.event_seq = ${seq} and p.email = f.email)
        and not exists (select from told t join person p on p.id = t.by_person where p.email = f.email)
      on conflict do nothing
    )
    select max(follower_id::text) as last from chosen`.execute(db)
  return rows[0]?.last ?? null
}

/** Metres to a degree of latitude, at the least. */
const toDegree = 110_500

/** Which subscriptions a report falls under. */
const reaches: Readonly<Record<TopicKind, (city: string) => RawBuilder<unknown>>> = {
  report: (city) => sql`s.report_id = any(array(select id from told
    union all select m.id from report m, told t where m.city_id = ${city} and m.merged_into = t.id))`,
  area: (city) => sql`s.area_id = any(array(select k.area_id from report_area k, told t
    where k.city_id = ${city} and k.number = t.number))`,
  category: () => sql`s.category_id = (select category_id from told)`,
  group: (city) => sql`s.group_id = (select c.group_id from category c, told t
    where c.city_id = ${city} and c.id = t.category_id)`,
  organization: () => sql`s.organization_id = (select organization_id from told)`,
  circle: () => sql`s.location && (select st_expand(location,
      ${widestRadius / toDegree}::float / cos(radians(st_y(location))), ${widestRadius / toDegree}::float) from told)
    and st_dwithin(s.location::geography, (select location::geography from told), s.metres)`,
}

type Due = {
  readonly now: Temporal.Instant
  /** Who was written to since waits for the next letter. */
  readonly writtenBefore: Temporal.Instant
  /** What happened before belongs into a daily letter by now. */
  readonly digest: Temporal.Instant
  readonly most: number
}

/**
 * Makes letters for some of those who have something to be told: their ids. Everything that waits for a follower and is
 * due goes into one letter, and there is never a second one before the first was sent or given up.
 */
export async function gather(
  { city, db }: OpenTx,
  { now, writtenBefore, digest, most }: Due,
): Promise<readonly string[]> {
  // Whether a letter waits is looked up for each follower: as a join, a table that has just been filled is compared row by row.
  const { rows } = await sql<{ id: string; follower_id: string }>`
    with waiting as materialized (
      select follower_id, bool_or(at_once) as at_once, bool_or(not at_once and created_at < ${moment(digest)}) as daily
      from delivery where city_id = ${city} and letter_id is null group by follower_id
    ), due as (
      select f.id from waiting w join follower f on f.city_id = ${city} and f.id = w.follower_id
      where (w.daily or w.at_once and (f.written_at is null or f.written_at <= ${moment(writtenBefore)}))
        and (select l.id from letter l where l.city_id = ${city} and l.follower_id = f.id
          and l.sent_at is null and l.failed_at is null limit 1) is null
      order by f.id limit ${most} for update of f skip locked
    ), made as (
      insert into letter (city_id, id, follower_id, created_at)
      select ${city}, gen_random_uuid(), id, ${moment(now)} from due on conflict do nothing returning id, follower_id
    ), marked as (
      update follower f set written_at = ${moment(now)} from made m where f.city_id = ${city} and f.id = m.follower_id
    )
    select id, follower_id from made`.execute(db)
  if (rows.length === 0) return []

  // By itself, and each looked up, for the same reason.
  await sql`
    update delivery d set letter_id = (select l.id from letter l where l.city_id = d.city_id
      and l.follower_id = d.follower_id and l.sent_at is null and l.failed_at is null)
    where d.city_id = ${city} and d.follower_id = any(${rows.map((row) => row.follower_id)}::uuid[])
      and d.letter_id is null and (d.at_once or d.created_at < ${moment(digest)})`.execute(db)
  return rows.map(({ id }) => id)
}

/** Letters that could not be sent for so long that nobody tries any more make room for newer ones. */
export async function giveUp({ city, db }: OpenTx, madeBefore: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('letter')
    .set({ failed_at: moment(now) })
    .where('city_id', '=', city)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('created_at', '<', moment(madeBefore))
    .execute()
}

/** What was told long ago need not be known any more. */
export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await whole
    .deleteFrom('letter')
    .where('created_at', '<', moment(before))
    .where((eb) => eb.or([eb('sent_at', 'is not', null), eb('failed_at', 'is not', null)]))
    .execute()
}
