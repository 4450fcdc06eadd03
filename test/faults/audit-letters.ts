import { sql } from 'kysely'
import { hearersOf } from '#src/domain/announcement.ts'
import type { Guide } from '#src/domain/guide.ts'
import { whatHappened } from '#src/jobs/what-happened.ts'
import type { Store } from '#src/store/store.ts'
import type { PostOffice } from './post-office.ts'

/** From just before the signal until the killed were started again: a letter they had sent may have been taken until then. */
export type Kill = { readonly from: number; readonly to: number }

export type Letters = {
  readonly wrong: readonly string[]
  readonly sent: number
  /** Letters that went twice, as only a kill between the server's acceptance and the mark can make them. */
  readonly doubles: number
}

/** Every event has its letters: one for each who must hear of it, taken once, or twice around a kill (decision 0004). */
export async function auditLetters(
  store: Store,
  { city }: Guide,
  post: PostOffice,
  kills: readonly Kill[],
): Promise<Letters> {
  const wrong: string[] = []
  const tx = store.of(city.id)
  const { rows: notices } = await sql<{ id: string; seq: number; person_id: string | null; is_sent: boolean }>`
    select id, event_seq as seq, person_id, sent_at is not null as is_sent
    from notice where city_id = ${tx.city} order by event_seq`.execute(tx.db)
  const { rows: events } = await sql<{ seq: number }>`
    select seq from report_event where city_id = ${tx.city} order by seq`.execute(tx.db)

  for (const { seq } of events) {
    const happened = await whatHappened(tx, seq)
    const { event, report, before, organization } = happened
    const hearers = hearersOf(event, { ...report, organization }, before)
    const mine = notices.filter((notice) => notice.seq === seq)
    const expected = hearers.filter(({ kind }) => kind === 'author' || kind === 'organization').length
    const direct = mine.filter(({ person_id }) => person_id === null || person_id === happened.report.reporter)
    if (direct.length !== expected) wrong.push(`event ${seq} has ${direct.length} notices, not ${expected}`)
  }

  let doubles = 0
  for (const { id, seq, is_sent } of notices) {
    const times = post.taken.filter((letter) => letter.id === `<${id}@localhost>`).map(({ at }) => at)
    if (!is_sent) wrong.push(`the notice ${id} of event ${seq} was not sent`)
    if (times.length === 0) wrong.push(`the letter of event ${seq} never came`)
    doubles += Math.max(0, times.length - 1)
    times.slice(1).forEach((at, index) => {
      const isExcused = kills.some(({ from, to }) => to >= (times[index] ?? 0) && from <= at)
      if (!isExcused) wrong.push(`the letter of event ${seq} came again without a kill between`)
    })
  }
  const reminders = await tx.db.selectFrom('reminder').select('id').where('city_id', '=', tx.city).execute()
  const known = new Set([...notices, ...reminders].map(({ id }) => `<${id}@localhost>`))
  const unknown = post.taken.filter(({ id, text }) => !known.has(id) && !/\b\d{6}\b/.test(text))
  wrong.push(...unknown.map(({ to }) => `a letter to ${to} tells of no event and has no code`))
  return { wrong, sent: notices.length, doubles }
}

/** How many jobs wait or are in hand, and how many were given up. */
export async function jobsLeft({ whole }: Pick<Store, 'whole'>): Promise<{ waiting: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; failed: number }>`
    select count(*) filter (where state < 'completed')::int as waiting,
           count(*) filter (where state in ('failed', 'cancelled'))::int as failed
    from pgboss.job where name in ('announce_event', 'send_notice', 'tell_followers', 'send_letter', 'send_confirmation')`.execute(
    whole,
  )
  return rows[0] ?? { waiting: 0, failed: 0 }
}

/** As it is two minutes after a worker died: the queue has found out, and gives its jobs to others. */
export async function returnJobsOfTheDead({ whole }: Pick<Store, 'whole'>): Promise<void> {
  await sql`update pgboss.job set state = 'retry', started_on = null, start_after = now()
    where state in ('active', 'retry')`.execute(whole)
}
