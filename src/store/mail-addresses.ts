import { type Kysely, sql } from 'kysely'

import { moment } from './moment.ts'
import type { Tables } from './tables.ts'

/** Why no more letters go to an address. */
export type MailStopped = 'bounced' | 'complained'

/** How an address stands: the key that its letters come back by, and whether any are sent. */
export type Standing = { readonly returnKey: string; readonly stopped: MailStopped | null }

/** Of addresses that letters are about to go to, each once; by the address in small letters. */
export async function standingsOf(
  whole: Kysely<Tables>,
  emails: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Standing>> {
  // In one order for all, so that no two statements wait for each other.
  const each = [...new Set(emails.map((email) => email.toLowerCase()))].toSorted()
  if (each.length === 0) return new Map()
  const rows = await whole
    .insertInto('mail_address')
    .values(each.map((email) => ({ email, written_at: moment(now) })))
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ written_at: moment(now) }))
    .returning(['email', 'return_key', 'stopped'])
    .execute()
  return new Map(rows.map(({ email, return_key, stopped }) => [email, { returnKey: return_key, stopped }]))
}

/** Of the one address that a letter is about to go to. */
export async function standingOf(whole: Kysely<Tables>, email: string, now: Temporal.Instant): Promise<Standing> {
  const [standing] = (await standingsOf(whole, [email], now)).values()
  if (!standing) throw new Error('An address was neither inserted nor found')
  return standing
}

/** A mail server says that the address will never work. */
export async function stopBounced(whole: Kysely<Tables>, email: string, now: Temporal.Instant): Promise<void> {
  await whole
    .updateTable('mail_address')
    .set({ stopped: sql`coalesce(stopped, 'bounced')`, bounced_at: moment(now) })
    .where('email', '=', email.toLowerCase())
    .execute()
}

/** Those of the addresses, in small letters, that letters came back from since, or were refused for. */
export async function returnedSince(
  whole: Kysely<Tables>,
  emails: readonly string[],
  since: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const rows = await whole
    .selectFrom('mail_address')
    .select('email')
    .where(sql<boolean>`email = any(${emails.map((email) => email.toLowerCase())})`)
    .where('stopped', 'is not', null)
    .where('bounced_at', '>', moment(since))
    .execute()
  return new Set(rows.map(({ email }) => email))
}

/** What came back: for good, for now, or with a complaint. */
export type ReturnKind = 'hard' | 'soft' | 'complaint'

/** Passing reasons on so many days, none further from the next than `softWithin`, and the address is given up. */
const softMost = 5
const softWithin = '14 days'

/** What came back to a return address. False when the key is none of ours, or everything it says is known. */
export async function recordReturn(
  whole: Kysely<Tables>,
  key: string,
  kind: ReturnKind,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = sql`${moment(now)}::timestamptz`
  const times = sql`case when bounced_at > ${at} - ${softWithin}::interval then soft_bounces + 1 else 1 end`
  const change = {
    hard: sql`stopped = coalesce(stopped, 'bounced'), bounced_at = ${at}`,
    complaint: sql`stopped = 'complained', bounced_at = ${at}`,
    soft: sql`soft_bounces = ${times}, bounced_at = ${at},
      stopped = case when ${times} >= ${softMost} then coalesce(stopped, 'bounced') else stopped end`,
  }[kind]
  // A server says the same of every letter of a day.
  const isNew = kind === 'soft' ? sql`(bounced_at is null or bounced_at < ${at} - interval '20 hours')` : sql`true`
  const { rows } = await sql`
    update mail_address set ${change} where return_key = ${key}::uuid and ${isNew} returning email`.execute(whole)
  return rows.length > 0
}

/** Letters go to the address again: its owner asked for it. */
export async function tryAgain(whole: Kysely<Tables>, email: string): Promise<void> {
  await whole
    .updateTable('mail_address')
    .set({ stopped: null, soft_bounces: 0, bounced_at: null })
    .where('email', '=', email)
    .execute()
}

export async function stoppedAt(whole: Kysely<Tables>, email: string): Promise<MailStopped | null> {
  const row = await whole.selectFrom('mail_address').select('stopped').where('email', '=', email).executeTakeFirst()
  return row?.stopped ?? null
}

export async function forget(whole: Kysely<Tables>, email: string): Promise<void> {
  await whole.deleteFrom('mail_address').where('email', '=', email).execute()
}

/** Addresses that nobody goes by any more, and that no letter went to since. */
export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await sql`delete from mail_address a where written_at < ${moment(before)}
    and not exists (select from person p where p.email = a.email)
    and not exists (select from follower f where f.email = a.email)
    and not exists (select from organization o where lower(o.email) = a.email)`.execute(whole)
}
