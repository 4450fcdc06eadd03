import { type Kysely, sql } from 'kysely'

import type { PersonId } from '#src/domain/id.ts'
import type { Report, Status } from '#src/domain/report.ts'
import { aboutDevices as devicesOf } from './devices.ts'
import { ofPerson } from './formal-appeals.ts'
import { wishesOf } from './overdue-wishes.ts'
import { choiceOf } from './push-choices.ts'
import { files, reportFromRow } from './report-from-row.ts'
import { ofAddress } from './subscriptions.ts'
import type { Tables } from './tables.ts'

/** One person's reports in every city, newest first, with the key of the first photo; all, or those of these statuses. */
export async function reportsOf(
  whole: Kysely<Tables>,
  person: PersonId,
  only?: readonly Status[],
): Promise<readonly { report: Report; photo: string | null }[]> {
  const rows = await whole
    .selectFrom('report as r')
    .selectAll('r')
    .select([
      sql<number | null>`st_x(r.location)`.as('lng'),
      sql<number | null>`st_y(r.location)`.as('lat'),
      files.as('files'),
      sql<
        string | null
      >`(select m.key from media m where m.city_id = r.city_id and m.report_id = r.id order by m.id limit 1)`.as(
        'photo',
      ),
    ])
    .where('r.reporter_id', '=', person)
    .$if(only !== undefined, (query) => query.where('r.status', 'in', only ?? []))
    .orderBy('r.submitted_at', 'desc')
    .execute()
  return rows.map((row) => ({ report: reportFromRow(row), photo: row.photo }))
}

/** Everything the database holds about a person, for the person (Law 2297-VI, art. 8). Sessions are named by their dates alone. */
export async function allAbout(whole: Kysely<Tables>, person: PersonId): Promise<Readonly<Record<string, unknown>>> {
  const of = { person: await whole.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirst() }
  const consents = await whole
    .selectFrom('consent')
    .select(['version', 'locale', 'text', 'given_at'])
    .where('person_id', '=', person)
    .execute()
  const sessions = await whole
    .selectFrom('session')
    .select(['created_at', 'expires_at'])
    .where('person_id', '=', person)
    .execute()
  const devices = await devicesOf(whole, person)
  const memberships = await whole
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.email', 'm.email')
    .select(['m.city_id', 'm.role', 'm.organization_id'])
    .where('p.id', '=', person)
    .execute()
  const reports = (await reportsOf(whole, person)).map(({ report }) => report)
  const events = await whole
    .selectFrom('report_event')
    .select(['city_id', 'seq', 'report_id', 'kind', 'act', 'body', 'from_status', 'to_status', 'at'])
    .where('by_person', '=', person)
    .orderBy('seq')
    .execute()
  const media = await whole
    .selectFrom('media as m')
    .innerJoin('report as r', (join) => join.onRef('r.city_id', '=', 'm.city_id').onRef('r.id', '=', 'm.report_id'))
    .innerJoin('report_event as e', (join) =>
      join.onRef('e.city_id', '=', 'm.city_id').onRef('e.seq', '=', 'm.event_seq'),
    )
    .select(['m.city_id', 'm.report_id', 'm.key', 'm.kind', 'm.width', 'm.height', 'm.created_at'])
    .where('e.by_person', '=', person)
    .execute()
  const supports = await whole
    .selectFrom('support')
    .select(['city_id', 'report_id', 'since', 'merged_from'])
    .where('person_id', '=', person)
    .execute()
  const opinions = await whole
    .selectFrom('opinion')
    .select(['city_id', 'report_id', 'closing_seq', 'said_by', 'solved', 'note', 'said_at'])
    .where('person_id', '=', person)
    .execute()
  const follows = of.person ? await ofAddress(whole, of.person.email) : []
  const additions = await whole
    .selectFrom('addition as a')
    .leftJoin('report_event as d', (join) =>
      join.onRef('d.city_id', '=', 'a.city_id').onRef('d.seq', '=', 'a.decided_seq'),
    )
    .select(['a.city_id', 'a.report_id', 'a.seq as event_seq', 'a.added_by', 'a.state', 'd.at as decided_at'])
    .select([sql<string | null>`d.body ->> 'reason'`.as('reason'), sql<string | null>`d.body ->> 'note'`.as('note')])
    .where('a.person_id', '=', person)
    .execute()
  const appeals = await ofPerson(whole, person)
  const earlier_addresses = await whole
    .selectFrom('address_change')
    .select(['email', 'changed_at'])
    .where('person_id', '=', person)
    .execute()
  const told_of_overdue = [...(await wishesOf(whole, person))]
  const screen = await choiceOf(whole, person)
  const letters = await whole
    .selectFrom('notice')
    .select(['city_id', 'report_id', 'event_seq', 'created_at', 'sent_at'])
    .where('person_id', '=', person)
    .execute()
  return {
    ...of,
    consents,
    sessions,
    devices,
    screen,
    memberships,
    reports,
    appeals,
    supports,
    follows,
    opinions,
    additions,
    events,
    media,
    letters,
    told_of_overdue,
    earlier_addresses,
  }
}
