import type { Insertable, Selectable } from 'kysely'

import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { DraftKey, LinkId, OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'
import type { Moved } from '#src/domain/lifecycle.ts'
import type { Submitted } from '#src/domain/submission.ts'
import { instant, moment } from './moment.ts'
import type { OpenTx, RecordingTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** What happened, and where it stands in the city's order of events. */
export type Recorded = (Moved | Submitted) & { readonly seq: number }

/** The city's next event number. Taken last, because the city's row stays locked until the transaction ends. */
export async function nextSeq(tx: OpenTx): Promise<number> {
  const { seq } = await tx.db
    .updateTable('city')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1) }))
    .where('id', '=', tx.city)
    .returning('last_seq as seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** Appends a fact. `actKey` is the sender's own key: false when the same one has made another since it was looked for. */
export async function record(
  tx: RecordingTx,
  event: Moved | Submitted,
  seq: number,
  actKey: string | null,
): Promise<boolean> {
  const recorded = await tx.db
    .insertInto('report_event')
    .values({ ...columns(event), city_id: tx.city, seq, act_key: actKey })
    .onConflict((conflict) => conflict.columns(['city_id', 'act_key']).doNothing())
    .returning('seq')
    .executeTakeFirst()
  if (recorded) tx.recorded()
  return recorded !== undefined
}

/** The event that this key made earlier, when the same act is sent twice. */
export async function isDone(tx: Tx, actKey: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('report_event')
    .select('seq')
    .where('city_id', '=', tx.city)
    .where('act_key', '=', actKey)
    .executeTakeFirst()
  return row !== undefined
}

/** True when something has happened to a report since, and nothing but acts with these keys. */
export async function allSince(tx: Tx, report: ReportId, seq: number, keys: readonly DraftKey[]): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('report_event')
    .select('act_key')
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .where('seq', '>', seq)
    .execute()
  return rows.length > 0 && rows.every(({ act_key: key }) => keys.some((one) => one === key))
}

export async function findEvent(tx: Tx, seq: number): Promise<Recorded | null> {
  const row = await tx.db
    .selectFrom('report_event')
    .selectAll()
    .where('city_id', '=', tx.city)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row ? eventFromRow(row) : null
}

/** All that happened to a report, in order. For its author and staff; the public reads `public_report_event`. */
export async function eventsOf(tx: Tx, report: ReportId): Promise<readonly Recorded[]> {
  const rows = await tx.db
    .selectFrom('report_event')
    .selectAll()
    .where('city_id', '=', tx.city)
    .where('report_id', '=', report)
    .orderBy('seq')
    .execute()
  return rows.map(eventFromRow)
}

function columns(event: Moved | Submitted): Omit<Insertable<Tables['report_event']>, 'city_id' | 'seq' | 'act_key'> {
  const by = byColumns(event.by)
  const at = moment(event.at)
  if (event.kind === 'submitted') {
    return {
      ...by,
      at,
      report_id: event.reportId,
      kind: 'submitted',
      act: null,
      body: null,
      from_status: null,
      to_status: 'submitted',
    }
  }
  const { act, from, to, reportId } = event
  return {
    ...by,
    at,
    report_id: reportId,
    kind: 'moved',
    act: act.kind,
    body: JSON.stringify(act),
    from_status: from,
    to_status: to,
  }
}

function byColumns(by: Actor): {
  by_kind: Exclude<Actor['kind'], 'visitor'>
  by_person: PersonId | null
  by_organization: OrganizationId | null
} {
  switch (by.kind) {
    case 'visitor':
      throw new Error('A visitor changes nothing')
    case 'officer':
      return { by_kind: by.kind, by_person: by.id, by_organization: by.organization }
    case 'correspondent':
      // A link is not a person; its id stands where the hand that acted is named.
      return { by_kind: by.kind, by_person: by.link as string as PersonId, by_organization: by.organization }
    case 'system':
      return { by_kind: by.kind, by_person: null, by_organization: null }
    default:
      return { by_kind: by.kind, by_person: by.id, by_organization: null }
  }
}

function eventFromRow(row: Selectable<Tables['report_event']>): Recorded {
  const facts = { seq: row.seq, reportId: row.report_id, by: actorFromRow(row), at: instant(row.at) }
  if (row.kind === 'submitted' || row.from_status === null) return { ...facts, kind: 'submitted' }
  return { ...facts, kind: 'moved', from: row.from_status, to: row.to_status, act: actFromJson(row.body) }
}

function actorFromRow({ by_kind, by_person, by_organization }: Selectable<Tables['report_event']>): Actor {
  const organization = by_organization ?? ('' as OrganizationId)
  const id = by_person ?? ('' as PersonId)
  if (by_kind === 'officer') return { kind: by_kind, id, organization }
  if (by_kind === 'correspondent') return { kind: by_kind, link: id as string as LinkId, organization }
  return by_kind === 'system' ? { kind: by_kind } : { kind: by_kind, id }
}

/** An act as {@link record} wrote it. Written by this program alone, so it is not checked again. */
export function actFromJson(body: unknown): Act {
  const act = body as Act
  return act.kind === 'postpone' || act.kind === 'extend' ? { ...act, until: Temporal.PlainDate.from(act.until) } : act
}
