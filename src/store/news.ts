import { sql } from 'kysely'

import type { OrganizationId } from '#src/domain/id.ts'
import type { Happened } from '#src/domain/news.ts'
import type { Status } from '#src/domain/report.ts'
import type { Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** What happened in a city after a number, in order, and up to which number that is all. */
export type Since = { readonly events: readonly Happened[]; readonly upTo: number }

type Kind = Tables['report_event']['kind']

type Row = {
  last_seq: number
  seq: number | null
  number: number
  kind: Kind
  act: Tables['report_event']['act']
  from_status: Status | null
  to_status: Status
  status: Status
  organization_id: OrganizationId | null
  taken: OrganizationId | null
  held: OrganizationId | null
}

/**
 * The events of a city after `seq`, at most so many, of one report if that is named; one statement. Events are numbered
 * under the lock of the city's row, which holds until they are committed: none of a lower number comes later.
 */
export async function newsAfter({ city, db }: Tx, seq: number, most: number, number: number | null): Promise<Since> {
  const ofReport =
    number === null
      ? sql``
      : sql`and e.report_id = (select id from report
    where city_id = ${city} and number = ${number})`
  const { rows } = await sql<Row>`
    select c.last_seq, e.seq, e.kind, e.act, e.from_status, e.to_status, r.number, r.status, r.organization_id,
      e.body ->> 'organization' as taken,
      (select p.body ->> 'organization' from report_event p
        where p.city_id = e.city_id and p.report_id = e.report_id and p.seq < e.seq
          and p.body ->> 'organization' is not null
        order by p.seq desc limit 1) as held
    from city c
    left join lateral (select * from report_event e where e.city_id = c.id and e.seq > ${seq} ${ofReport}
      order by e.seq limit ${most}) e on true
    left join report r on r.city_id = e.city_id and r.id = e.report_id
    where c.id = ${city}
    order by e.seq`.execute(db)
  const events = rows.flatMap((row) => (row.seq === null ? [] : [happened({ ...row, seq: row.seq })]))
  const upTo = events.length < most ? (rows[0]?.last_seq ?? 0) : (events.at(-1)?.seq ?? 0)
  return { events, upTo }
}

function happened(row: Row & { readonly seq: number }): Happened {
  return {
    seq: row.seq,
    number: row.number,
    act: row.act ?? (row.kind as Exclude<Kind, 'moved'>), // safe: the table holds that what moved has an act
    from: row.from_status,
    to: row.to_status,
    organizations: { before: row.held, after: row.taken ?? row.held },
    now: { status: row.status, organization: row.organization_id },
  }
}
