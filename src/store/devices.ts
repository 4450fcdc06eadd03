import { type Kysely, sql } from 'kysely'

import type { DeviceId, PersonId, SessionId } from '#src/domain/id.ts'
import type { Reached } from '#src/domain/pushing.ts'
import { instant, moment } from './moment.ts'
import type { Tables } from './tables.ts'

export type Device = {
  readonly id: DeviceId
  readonly name: string
  readonly since: Temporal.Instant
  readonly address: string
  readonly session: SessionId
}

/** From now on the owner of a session is told on its device, and whoever was told there before no more. */
export async function register(
  whole: Kysely<Tables>,
  { person, session }: { readonly person: PersonId; readonly session: SessionId },
  reached: Reached,
  name: string,
  at: Temporal.Instant,
): Promise<void> {
  const web = reached.way === 'web' ? reached : null
  const row = {
    person_id: person,
    session_id: session,
    p256dh: web?.p256dh ?? null,
    auth: web?.auth ?? null,
    trusts: web?.trusts ?? null,
    name,
  }
  await whole.transaction().execute(async (db) => {
    // A browser may have been given another address, or an app another token, since.
    await db
      .deleteFrom('device')
      .where('session_id', '=', session)
      .where((eb) => eb.or([eb('way', '<>', reached.way), eb('address', '<>', reached.address)]))
      .execute()
    // What waits for an earlier owner is not for this one.
    await db
      .deleteFrom('device')
      .where('way', '=', reached.way)
      .where('address', '=', reached.address)
      .where('person_id', '<>', person)
      .execute()
    await db
      .insertInto('device')
      .values({ ...row, way: reached.way, address: reached.address, since: moment(at) })
      .onConflict((conflict) => conflict.columns(['way', 'address']).doUpdateSet(row))
      .execute()
  })
}

/** Newest first. */
export async function ofPerson(whole: Kysely<Tables>, person: PersonId): Promise<readonly Device[]> {
  const rows = await whole
    .selectFrom('device')
    .select(['id', 'name', 'since', 'address', 'session_id'])
    .where('person_id', '=', person)
    .orderBy('since', 'desc')
    .execute()
  return rows.map(({ session_id, since, ...rest }) => ({ ...rest, session: session_id, since: instant(since) }))
}

/** For the person: which push service of which device knows them. Not the address itself, by which the device is reached. */
export async function aboutDevices(
  whole: Kysely<Tables>,
  person: PersonId,
): Promise<readonly { readonly name: string; readonly since: Date; readonly service: string }[]> {
  const rows = await whole
    .selectFrom('device')
    .select(['name', 'since', 'way', 'address'])
    .where('person_id', '=', person)
    .execute()
  return rows.map(({ name, since, way, address }) => ({
    ...{ name, since },
    service: way === 'web' ? new URL(address).host : way,
  }))
}

/** Where the owner of a session is told on its device; null when not. */
export async function addressOf(whole: Kysely<Tables>, session: SessionId): Promise<string | null> {
  const row = await whole.selectFrom('device').select('address').where('session_id', '=', session).executeTakeFirst()
  return row?.address ?? null
}

/** One of a person's devices shows nothing any more. */
export async function remove(whole: Kysely<Tables>, person: PersonId, id: DeviceId): Promise<void> {
  await whole.deleteFrom('device').where('person_id', '=', person).where('id', '=', id).execute()
}

/** Their push services say that these are no more. */
export async function removeGone(whole: Kysely<Tables>, ids: readonly DeviceId[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from device where id = any(${ids}::uuid[])`.execute(whole)
}
