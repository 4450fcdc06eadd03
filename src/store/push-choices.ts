import { type Kysely, sql } from 'kysely'

import type { PersonId } from '#src/domain/id.ts'
import { type PushKind, usualPushes } from '#src/domain/pushing.ts'
import type { Tables } from './tables.ts'

/** What a person wants to see on their devices, and whether it waits for the morning at night. */
export type PushChoice = { readonly kinds: readonly PushKind[]; readonly quiet: boolean }

const usual: PushChoice = { kinds: usualPushes, quiet: true }

/** As chosen; the usual of who never chose. */
export async function choiceOf(whole: Kysely<Tables>, person: PersonId): Promise<PushChoice> {
  const row = await whole
    .selectFrom('push_choice')
    .select(['kinds', 'quiet'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row ?? usual
}

export async function choose(whole: Kysely<Tables>, person: PersonId, { kinds, quiet }: PushChoice): Promise<void> {
  const chosen = { kinds: [...kinds], quiet }
  await whole
    .insertInto('push_choice')
    .values({ person_id: person, ...chosen })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(chosen))
    .execute()
}

/** These kinds too, beside what was chosen. */
export async function addKinds(whole: Kysely<Tables>, person: PersonId, kinds: readonly PushKind[]): Promise<void> {
  await sql`update push_choice set kinds = kinds || array(select unnest(${kinds}::text[]) except select unnest(kinds))
    where person_id = ${person}`.execute(whole)
}
