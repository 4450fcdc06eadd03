import { type RawBuilder, sql, type Transaction } from 'kysely'

import type { Tables } from './tables.ts'

/**
 * What one address follows, another follows from now on, with what waits to be told. Where the other follows already, the
 * two become one follower: what both follow stays as the other has it. Letters that went to the old address lead to
 * nothing and end nothing more.
 */
export async function moveFollowers(db: Transaction<Tables>, from: string, to: string): Promise<void> {
  // Those who make letters lock followers too, in the order of their ids.
  await sql`select from follower where email in (${from}, ${to}) order by city_id, id for update`.execute(db)
  await sql`update subscription s set id = gen_random_uuid() from follower f
    where f.email = ${from} and s.city_id = f.city_id and s.follower_id = f.id`.execute(db)
  await sql`update follower f set email = ${to}, key = gen_random_uuid() where f.email = ${from}
    and not exists (select from follower n where n.city_id = f.city_id and n.email = ${to})`.execute(db)

  const both = sql`(select o.city_id, o.id as old, n.id as new from follower o
    join follower n on n.city_id = o.city_id and n.email = ${to} where o.email = ${from})`
  await moveLetters(db, both)
  await moveSubscriptions(db, both)
  await sql`update delivery d set follower_id = b.new from ${both} b where d.city_id = b.city_id and d.follower_id = b.old
    and not exists (select from delivery k
      where k.city_id = d.city_id and k.event_seq = d.event_seq and k.follower_id = b.new)`.execute(db)
  await sql`delete from follower where email = ${from}`.execute(db)
}

/** A letter that is still to be sent is taken apart: what it tells waits for the next one to the new address. */
async function moveLetters(db: Transaction<Tables>, both: RawBuilder<unknown>): Promise<void> {
  await sql`update delivery d set letter_id = null from letter l, ${both} b
    where l.city_id = b.city_id and l.follower_id = b.old and l.sent_at is null and l.failed_at is null
      and d.city_id = l.city_id and d.letter_id = l.id`.execute(db)
  await sql`delete from letter l using ${both} b
    where l.city_id = b.city_id and l.follower_id = b.old and l.sent_at is null and l.failed_at is null`.execute(db)
  await sql`update letter l set follower_id = b.new from ${both} b
    where l.city_id = b.city_id and l.follower_id = b.old`.execute(db)
}

/** What is confirmed stands above what is only asked for. */
async function moveSubscriptions(db: Transaction<Tables>, both: RawBuilder<unknown>): Promise<void> {
  const twins = sql`(select b.city_id, o.id as old, n.id as new, n.confirm_until is not null as asked from ${both} b
    join subscription o on o.city_id = b.city_id and o.follower_id = b.old and o.confirm_until is null
    join subscription n on n.city_id = b.city_id and n.follower_id = b.new and ${topicOf('n')} is not distinct from ${topicOf('o')})`
  await sql`delete from subscription s using ${twins} t where s.city_id = t.city_id and s.id = t.new and t.asked`.execute(
    db,
  )
  await sql`update delivery d set subscription_id = t.new from ${twins} t
    where d.city_id = t.city_id and d.subscription_id = t.old`.execute(db)
  await sql`update subscription s set follower_id = b.new from ${both} b
    where s.city_id = b.city_id and s.follower_id = b.old and s.confirm_until is null
      and not exists (select from ${twins} t where t.city_id = s.city_id and t.old = s.id)`.execute(db)
}

function topicOf(table: 'o' | 'n'): RawBuilder<unknown> {
  const names = ['report_id', 'area_id', 'category_id', 'group_id', 'organization_id', 'location', 'metres']
  return sql`row(${sql.join(names.map((name) => sql.ref(`${table}.${name}`)))})`
}
