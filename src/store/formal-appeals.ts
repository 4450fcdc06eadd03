import { type Kysely, sql } from 'kysely'

import type { Appeal } from '#src/domain/appeal.ts'
import type { CityId, LinkId, OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'
import { moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** Makes the report a formal appeal, as it is made. */
export async function insert(tx: OpenTx, report: ReportId, appeal: Appeal, at: Temporal.Instant): Promise<void> {
  await tx.db
    .insertInto('formal_appeal')
    .values({ ...appeal, city_id: tx.city, report_id: report, given_at: moment(at) })
    .execute()
}

/** True when the report is a formal appeal whose particulars are still kept. Of them it tells nothing. */
export async function isAppeal(tx: Tx, report: ReportId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('formal_appeal')
    .select('report_id')
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .executeTakeFirst()
  return row !== undefined
}

/** For the author's own eyes. */
export async function find(tx: Tx, report: ReportId): Promise<Appeal | null> {
  const row = await tx.db
    .selectFrom('formal_appeal')
    .select(['surname', 'name', 'patronymic', 'residence'])
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .executeTakeFirst()
  return row ?? null
}

/** Who reads particulars, for which organization. */
export type AppealReader = {
  readonly organization: OrganizationId
  readonly by: { readonly person: PersonId } | { readonly link: LinkId }
}

/**
 * The particulars for the addressee, with the e-mail for the answer; null when there are none. That they were read is
 * written down in the same statement: nobody comes by them unseen.
 */
export async function read(
  tx: Tx,
  report: ReportId,
  { organization, by }: AppealReader,
  at: Temporal.Instant,
): Promise<(Appeal & { readonly email: string }) | null> {
  const [person, link] = 'person' in by ? [by.person, null] : [null, by.link]
  const { rows } = await sql<Appeal & { email: string }>`
    with reading as (
      insert into appeal_reading (city_id, report_id, read_at, organization_id, person_id, link_id)
      select city_id, report_id, ${moment(at)}, ${organization}, ${person}::uuid, ${link}::uuid
      from formal_appeal where city_id = ${tx.city} and report_id = ${report}
      returning city_id, report_id)
    select a.surname, a.name, a.patronymic, a.residence, coalesce(p.email::text, '') as email
    from reading g
    join formal_appeal a on a.city_id = g.city_id and a.report_id = g.report_id
    join report r on r.city_id = a.city_id and r.id = a.report_id
    left join person p on p.id = r.reporter_id`.execute(tx.db)
  return rows[0] ?? null
}

/** Particulars of reports that came to an end before then are gone, with the record of who read them: how many. */
export async function sweep(whole: Kysely<Tables>, city: CityId, endedBefore: Temporal.Instant): Promise<number> {
  const { rows } = await sql`
    delete from formal_appeal a using report r
    where a.city_id = ${city} and r.city_id = a.city_id and r.id = a.report_id
      and r.status in ('rejected', 'resolved', 'not_resolved', 'merged', 'withdrawn')
      and r.status_since < ${moment(endedBefore)}
    returning a.report_id`.execute(whole)
  return rows.length
}

/** All of a person's, in every city: the account is about to go. */
export async function forgetOf(whole: Kysely<Tables>, person: PersonId): Promise<void> {
  await sql`
    delete from formal_appeal a using report r
    where r.city_id = a.city_id and r.id = a.report_id and r.reporter_id = ${person}`.execute(whole)
}

/** A person's own, with when and for which organization each was read; not by which officer, who is another person. */
export async function ofPerson(whole: Kysely<Tables>, person: PersonId): Promise<readonly unknown[]> {
  return whole
    .selectFrom('formal_appeal as a')
    .innerJoin('report as r', (join) => join.onRef('r.city_id', '=', 'a.city_id').onRef('r.id', '=', 'a.report_id'))
    .select(['a.city_id', 'a.report_id', 'a.surname', 'a.name', 'a.patronymic', 'a.residence', 'a.given_at'])
    .select(
      sql<unknown>`coalesce((select json_agg(json_build_object('read_at', g.read_at, 'organization_id', g.organization_id)
        order by g.read_at) from appeal_reading g where g.city_id = a.city_id and g.report_id = a.report_id), '[]')`.as(
        'readings',
      ),
    )
    .where('r.reporter_id', '=', person)
    .orderBy('a.given_at')
    .execute()
}
