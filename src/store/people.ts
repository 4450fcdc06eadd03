import { type Kysely, sql, type Transaction } from 'kysely'

import type { CityId, OrganizationId, PersonId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { MailStopped } from './mail-addresses.ts'
import { moment } from './moment.ts'
import type { Role, Tables } from './tables.ts'

export type Person = {
  readonly id: PersonId
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly locale: Locale
  /** The version of the consent given last; null before the first. */
  readonly consent: string | null
  readonly memberships: readonly Membership[]
  /** Why no letters go to the person; null when they do. */
  readonly mailStopped: MailStopped | null
}

export type Membership = { readonly city: CityId; readonly role: Role; readonly organization: OrganizationId | null }

export async function find(whole: Kysely<Tables>, id: PersonId): Promise<Person | null> {
  const row = await whole
    .selectFrom('person as p')
    .select(['p.id', 'p.email', 'p.first_name as firstName', 'p.last_name as lastName', 'p.locale'])
    .select((eb) => [
      eb
        .selectFrom('consent as c')
        .select('c.version')
        .whereRef('c.person_id', '=', 'p.id')
        .orderBy('c.given_at', 'desc')
        .limit(1)
        .as('consent'),
      eb.selectFrom('mail_address as a').select('a.stopped').whereRef('a.email', '=', 'p.email').as('mailStopped'),
      eb
        .selectFrom('membership as m')
        .whereRef('m.email', '=', 'p.email')
        .select(
          sql<
            Membership[]
          >`json_agg(json_build_object('city', m.city_id, 'role', m.role, 'organization', m.organization_id))`.as(
            'all',
          ),
        )
        .as('memberships'),
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()
  return row
    ? { ...row, consent: row.consent ?? null, memberships: row.memberships ?? [], mailStopped: row.mailStopped ?? null }
    : null
}

export async function addressOf(whole: Kysely<Tables>, id: PersonId): Promise<string | null> {
  const row = await whole.selectFrom('person').select('email').where('id', '=', id).executeTakeFirst()
  return row?.email ?? null
}

/**
 * Holds a person who is about to go until the transaction ends: what would refer to the person waits, and then finds
 * nobody. The address; null when there is no such person.
 */
export async function hold(db: Transaction<Tables>, id: PersonId): Promise<string | null> {
  const row = await db.selectFrom('person').select('email').where('id', '=', id).forUpdate().executeTakeFirst()
  return row?.email ?? null
}

/** The person goes by another address from now on. Throws what {@link isOfAnother} knows when somebody else does. */
export async function goBy(whole: Kysely<Tables>, id: PersonId, email: string): Promise<void> {
  await whole.updateTable('person').set({ email, email_verified: true }).where('id', '=', id).execute()
}

/** True when what was thrown says that somebody goes by that address: only the constraint knows, when several take it at once. */
export function isOfAnother(fault: unknown): boolean {
  return fault instanceof Error && 'constraint' in fault && fault.constraint === 'person_email_key'
}

/** First and last name, and the language to write to the person in. */
export async function correct(
  whole: Kysely<Tables>,
  id: PersonId,
  { firstName, lastName, locale }: { firstName: string; lastName: string; locale: Locale },
): Promise<void> {
  await whole
    .updateTable('person')
    .set({ first_name: firstName, last_name: lastName, name: `${firstName} ${lastName}`.trim(), locale })
    .where('id', '=', id)
    .execute()
}

/** Keeps what was agreed to, word for word. The same version twice is kept once. */
export async function keepConsent(
  whole: Kysely<Tables>,
  id: PersonId,
  consent: { readonly version: string; readonly locale: Locale; readonly text: string; readonly at: Temporal.Instant },
): Promise<void> {
  await whole
    .insertInto('consent')
    .values({
      person_id: id,
      version: consent.version,
      locale: consent.locale,
      text: consent.text,
      given_at: moment(consent.at),
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'version']).doNothing())
    .execute()
}

/** The person is gone, with sessions, consents and notices; reports stay without their author. */
export async function erase(whole: Kysely<Tables>, id: PersonId): Promise<void> {
  await whole.deleteFrom('person').where('id', '=', id).execute()
}

/** A person known before signing in for the first time: a city's staff. Says who it is. */
export async function ensure(
  whole: Kysely<Tables>,
  person: {
    readonly id: PersonId
    readonly email: string
    readonly firstName: string
    readonly lastName: string
    readonly locale: Locale
  },
): Promise<PersonId> {
  const { id } = await whole
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      first_name: person.firstName,
      last_name: person.lastName,
      name: `${person.firstName} ${person.lastName}`,
      locale: person.locale,
    })
    .onConflict((conflict) => conflict.column('email').doUpdateSet((eb) => ({ email: eb.ref('excluded.email') })))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
