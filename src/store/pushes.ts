import { type Kysely, sql } from 'kysely'

import type { DeviceId, ReportId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { type PushKind, pushKinds, type Reached, usualPushes } from '#src/domain/pushing.ts'
import type { Status } from '#src/domain/report.ts'
import { instantOrNull, moment } from './moment.ts'
import type { OpenTx, Tx } from './store.ts'
import type { Tables } from './tables.ts'

type Step = {
  readonly seq: number
  /** The step that followers read of instead, by which their deliveries are known. */
  readonly told: number
  /** As which kind the author hears of it; null when not at all. */
  readonly author: PushKind | null
  readonly moderators: boolean
  readonly at: Temporal.Instant
  /** Devices are told in the order of their ids, some at a time. */
  readonly after: string
  readonly most: number
}

/**
 * One row for each of the next devices whose owners hear of an event: those who have a notice of it, who work for an
 * organization that has one, who follow it and hear at once, and moderators. It takes the place of what is older of the
 * same report. Returns the last device, null when there are no more, and how many were told what they were not told yet.
 */
export async function tellOfStep(
  { city, db }: OpenTx,
  { seq, told, author, moderators, at, after, most }: Step,
): Promise<{ readonly last: string | null; readonly made: number }> {
  const { rows } = await sql<{ last: string | null; made: number }>`
    with told as materialized (
      select e.seq, e.by_person, r.id, r.reporter_id from report_event e
      join report r on r.city_id = e.city_id and r.id = e.report_id
      where e.city_id = ${city} and e.seq = ${seq}
    ), heard as (
      select n.person_id, case when n.person_id = t.reporter_id then ${author}::text else 'followed' end as kind
      from notice n, told t where n.city_id = ${city} and n.event_seq = t.seq and n.person_id is not null
      union all
      select p.id, 'inbox' from notice n
      join membership m on m.city_id = n.city_id and m.organization_id = n.organization_id and m.role = 'officer'
      join person p on p.email = m.email
      where n.city_id = ${city} and n.event_seq = ${seq}
      union all
      select p.id, 'inbox' from membership m join person p on p.email = m.email
      where m.city_id = ${city} and m.role = 'moderator' and ${moderators}
      union all
      select p.id, 'followed' from delivery d
      join follower f on f.city_id = d.city_id and f.id = d.follower_id join person p on p.email = f.email
      where d.city_id = ${city} and d.event_seq = ${told} and d.at_once
    ), chosen as materialized (
      select distinct on (d.id) d.id, h.kind
      from heard h join device d on d.person_id = h.person_id and d.id > ${after}
      left join push_choice c on c.person_id = h.person_id
      where h.kind = any(coalesce(c.kinds, ${usualPushes}::text[]))
        and h.person_id is distinct from (select by_person from told)
      order by d.id, array_position(${pushKinds}::text[], h.kind) limit ${most}
    ), made as (
      insert into push (city_id, device_id, report_id, about, kind, event_seq, made_at, due_at)
      select ${city}, c.id, t.id, 'step', c.kind, t.seq, ${moment(at)}, ${moment(at)} from chosen c, told t
      on conflict (city_id, device_id, report_id, about) do update set kind = excluded.kind, event_seq = excluded.event_seq,
        made_at = excluded.made_at, due_at = excluded.due_at, turn = push.turn + 1, tries = 0, done_at = null
      where push.event_seq < excluded.event_seq
      returning 1
    )
    select (select max(id::text) from chosen) as last, (select count(*)::int from made) as made`.execute(db)
  return rows[0] ?? { last: null, made: 0 }
}

/** The same of reminders just made: for the officers of the organizations that have to answer. Returns how many devices. */
export async function tellOfTerms(
  { city, db }: OpenTx,
  reminders: readonly string[],
  at: Temporal.Instant,
): Promise<number> {
  if (reminders.length === 0) return 0
  const { rows } = await sql<{ made: number }>`
    with made as (
      insert into push (city_id, device_id, report_id, about, kind, made_at, due_at)
      select distinct ${city}, d.id, r.report_id, 'term', 'due', ${moment(at)}::timestamptz, ${moment(at)}::timestamptz
      from reminder r
      join membership m on m.city_id = r.city_id and m.organization_id = r.organization_id and m.role = 'officer'
      join person p on p.email = m.email join device d on d.person_id = p.id
      left join push_choice c on c.person_id = p.id
      where r.city_id = ${city} and r.id = any(${reminders}::uuid[]) and r.report_id is not null
        and 'due' = any(coalesce(c.kinds, ${usualPushes}::text[]))
      on conflict (city_id, device_id, report_id, about) do update set made_at = excluded.made_at,
        due_at = excluded.due_at, turn = push.turn + 1, tries = 0, done_at = null
      returning 1
    )
    select count(*)::int as made from made`.execute(db)
  return rows[0]?.made ?? 0
}

/** One thing to be shown on one device. */
export type Waiting = {
  readonly device: DeviceId
  readonly report: ReportId
  readonly about: 'step' | 'term'
  readonly turn: number
  readonly kind: PushKind
  readonly tries: number
  readonly reached: Reached
  readonly locale: Locale
  readonly number: number
  /** As the step left the report; null of a term. */
  readonly status: Status | null
  readonly answerDue: Temporal.Instant | null
  /** When something began to wait. */
  readonly since: Temporal.Instant
  /** False when the session has ended since, or its owner may not hear of the report as it stands now. */
  readonly isTheirs: boolean
}

type Claim = {
  readonly now: Temporal.Instant
  /** Until then nobody else takes it: who does not say what became of it by then has died. */
  readonly until: Temporal.Instant
  /** Only what may be shown at night. */
  readonly isQuiet: boolean
  readonly most: number
}

/** Takes some of what is due, so that no other process sends it meanwhile. */
export async function claim({ city, db }: Tx, { now, until, isQuiet, most }: Claim): Promise<readonly Waiting[]> {
  type Row = Omit<Waiting, 'reached' | 'answerDue' | 'since'> & {
    readonly way: Reached['way']
    readonly address: string
    readonly p256dh: string
    readonly auth: string
    readonly trusts: string
    readonly answer_due: Date | null
    readonly made_at: Date
  }
  const { rows } = await sql<Row>`
    with due as (
      select p.device_id, p.report_id, p.about from push p
      join device d on d.id = p.device_id left join push_choice c on c.person_id = d.person_id
      where p.city_id = ${city} and p.done_at is null and p.due_at <= ${moment(now)} and (not ${isQuiet} or not c.quiet)
      order by p.due_at limit ${most} for update of p skip locked
    ), claimed as (
      update push p set due_at = ${moment(until)} from due
      where p.city_id = ${city} and p.device_id = due.device_id and p.report_id = due.report_id and p.about = due.about
      returning p.*
    )
    select c.device_id as device, c.report_id as report, c.about, c.turn, c.kind, c.tries, c.made_at,
      d.way, d.address, d.p256dh, d.auth, d.trusts, o.locale, r.number, r.answer_due, e.to_status as status,
      s.expires_at > ${moment(now)} and case
        when c.kind = 'followed' then r.public
        when c.kind in ('inbox', 'due') then exists (select from membership m where m.city_id = c.city_id
          and m.email = o.email and (m.role = 'moderator' or m.organization_id = r.organization_id))
        else r.reporter_id = o.id end is true as "isTheirs"
    from claimed c join device d on d.id = c.device_id join session s on s.id = d.session_id
    join person o on o.id = d.person_id join report r on r.city_id = c.city_id and r.id = c.report_id
    left join report_event e on e.city_id = c.city_id and e.seq = c.event_seq`.execute(db)
  return rows.map(({ way, address, p256dh, auth, trusts, answer_due, made_at, ...rest }) => ({
    ...rest,
    reached: way === 'web' ? { way, address, p256dh, auth, trusts } : { way, address },
    answerDue: instantOrNull(answer_due),
    since: Temporal.Instant.fromEpochMilliseconds(made_at.getTime()),
  }))
}

/** What became of one that was claimed: it is done with, or tried again later. */
export type Outcome = Pick<Waiting, 'device' | 'report' | 'about' | 'turn'> &
  ({ readonly again: null } | { readonly again: Temporal.Instant; readonly tried: boolean })

/** Writes outcomes down, in one statement. What something newer took the place of meanwhile is not done with. */
export async function settle({ city, db }: Tx, outcomes: readonly Outcome[], now: Temporal.Instant): Promise<void> {
  if (outcomes.length === 0) return
  const rows = outcomes.map(({ device, report, about, turn, ...rest }) => ({
    ...{ device, report, about, turn },
    again: rest.again?.toString() ?? null,
    tried: rest.again === null || rest.tried ? 1 : 0,
  }))
  await sql`
    update push p set tries = p.tries + x.tried, due_at = coalesce(x.again, p.due_at),
      done_at = case when x.again is null then ${moment(now)}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(device uuid, report uuid, about text, turn integer, again timestamptz, tried integer)
    where p.city_id = ${city} and p.device_id = x.device and p.report_id = x.report and p.about = x.about
      and p.turn = x.turn`.execute(db)
}

/** What was shown or given up long ago need not be known any more. */
export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('push').where('made_at', '<', moment(before)).where('done_at', 'is not', null).execute()
}
