import type { Kysely } from 'kysely'

import type { PersonId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { moment } from './moment.ts'
import type { Tables } from './tables.ts'

/** An address that a person went by until now, and is to be told so. */
export type AddressChange = { readonly email: string; readonly locale: Locale }

export async function keep(
  whole: Kysely<Tables>,
  change: { readonly id: string; readonly person: PersonId; readonly email: string; readonly at: Temporal.Instant },
): Promise<void> {
  const { id, person, email, at } = change
  await whole
    .insertInto('address_change')
    .values({ id, person_id: person, email, changed_at: moment(at) })
    .execute()
}

/** Null once it was told, or the person is gone. */
export async function find(whole: Kysely<Tables>, id: string): Promise<AddressChange | null> {
  const row = await whole
    .selectFrom('address_change as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.email', 'p.locale'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function forget(whole: Kysely<Tables>, id: string): Promise<void> {
  await whole.deleteFrom('address_change').where('id', '=', id).execute()
}

/** What could not be told for so long is told no more. */
export async function sweep(whole: Kysely<Tables>, before: Temporal.Instant): Promise<void> {
  await whole.deleteFrom('address_change').where('changed_at', '<', moment(before)).execute()
}
