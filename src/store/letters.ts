import { sql } from 'kysely'

import type { ActKind } from '#src/domain/act.ts'
import type { Topic } from '#src/domain/following.ts'
import type { FollowKey, OrganizationId, SubscriptionId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { moment } from './moment.ts'
import type { PublicBody, PublicEvent } from './public-reports.ts'
import type { Tx } from './store.ts'
import { topicFrom } from './subscriptions.ts'

/** One public step of one public report. */
export type NewsItem = {
  readonly seq: number
  readonly act: ActKind
  readonly body: PublicBody
  readonly by: PublicEvent['by']
  readonly organization: OrganizationId | null
  readonly number: number
  readonly description: string
  readonly mergedInto: number | null
}

/** A letter to a follower that is still to be sent. */
export type NewsLetter = {
  readonly id: string
  readonly email: string
  readonly locale: Locale
  readonly key: FollowKey
  /** In order; what is public no more is left out. */
  readonly items: readonly NewsItem[]
  /** What they are told for. */
  readonly because: readonly { readonly id: SubscriptionId; readonly topic: Topic }[]
}

/** Those of them that were not sent or given up, and whose follower has not left. Reads what everyone may see alone. */
export async function findUnsent({ city, db }: Tx, ids: readonly string[]): Promise<readonly NewsLetter[]> {
  type Because = Parameters<typeof topicFrom>[0] & { readonly id: SubscriptionId }
  const { rows } = await sql<Omit<NewsLetter, 'because'> & { readonly because: readonly Because[] }>`
    select l.id, f.email, coalesce(p.locale, f.locale) as locale, f.key,
      (select coalesce(json_agg(json_build_object('seq', e.seq, 'act', e.act, 'body', coalesce(e.body, '{}'), 'by', e.by,
          'organization', e.by_organization, 'number', r.number, 'description', r.description,
          'mergedInto', r.merged_into_number) order by e.seq), '[]')
        from delivery d
        join public_report_event e on e.city_id = d.city_id and e.seq = d.event_seq
        join public_report r on r.city_id = e.city_id and r.id = e.report_id
        where d.city_id = l.city_id and d.letter_id = l.id and e.act is not null) as items,
      (select coalesce(json_agg(json_build_object('id', s.id, 'number', r.number, 'area_id', s.area_id,
          'category_id', s.category_id, 'group_id', s.group_id, 'organization_id', s.organization_id, 'metres', s.metres,
          'lng', st_x(s.location), 'lat', st_y(s.location)) order by s.since), '[]')
        from subscription s left join report r on r.city_id = s.city_id and r.id = s.report_id
        where s.city_id = l.city_id and s.id in (select d.subscription_id from delivery d
          where d.city_id = l.city_id and d.letter_id = l.id)) as because
    from letter l
    join follower f on f.city_id = l.city_id and f.id = l.follower_id
    left join person p on p.email = f.email
    where l.city_id = ${city} and l.id = any(${ids}::uuid[]) and l.sent_at is null and l.failed_at is null`.execute(db)
  return rows.map((row) => ({ ...row, because: row.because.map((one) => ({ id: one.id, topic: topicFrom(one) })) }))
}

export async function markSent({ city, db }: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('letter')
    .set({ sent_at: moment(at) })
    .where('city_id', '=', city)
    .where('id', '=', id)
    .execute()
}

/** Nobody reads it: the address takes no letters, or there is nothing left to tell. */
export async function markFailed({ city, db }: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('letter')
    .set({ failed_at: moment(at) })
    .where('city_id', '=', city)
    .where('id', '=', id)
    .execute()
}
