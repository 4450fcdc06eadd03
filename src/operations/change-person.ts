import type { Transaction } from 'kysely'

import type { PersonId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { againAfterDeadlock } from '#src/store/deadlock.ts'
import * as appeals from '#src/store/formal-appeals.ts'
import * as mailAddresses from '#src/store/mail-addresses.ts'
import * as opinions from '#src/store/opinions.ts'
import * as people from '#src/store/people.ts'
import * as subscriptions from '#src/store/subscriptions.ts'
import * as supports from '#src/store/supports.ts'
import type { Tables } from '#src/store/tables.ts'
import { citiesOf, touchReportsOf } from '#src/store/versions.ts'
import type { Means } from './means.ts'

/** Corrects a person's name and language, on every page that shows the name. */
export async function correctPerson(
  { store }: Pick<Means, 'store'>,
  person: PersonId,
  names: { readonly firstName: string; readonly lastName: string; readonly locale: Locale },
): Promise<void> {
  await store.whole.transaction().execute(async (db) => {
    for (const city of await citiesOf(db, person)) await touchReportsOf({ city, db }, person)
    await people.correct(db, person, names)
  })
}

/**
 * Erases a person for good (Law 2297-VI, art. 8): sessions, consents, notices and what was followed go, reports stay without
 * an author, opinions without words, formal appeals without who appealed.
 *
 * What the person does at the same time, on another device, is either erased too or finds nobody.
 */
export async function erasePerson({ store }: Pick<Means, 'store'>, person: PersonId): Promise<void> {
  const erasing = againAfterDeadlock(() => store.whole.transaction().execute((db) => erase(db, person)))
  const isMore = await erasing.then(
    () => false,
    (fault: unknown) => {
      if (fault instanceof SupportsMore) return true
      throw fault
    },
  )
  if (isMore) await erasePerson({ store }, person)
}

/** The person came to support one more report, which is not locked, and must be before the person is. */
class SupportsMore extends Error {}

async function erase(db: Transaction<Tables>, person: PersonId): Promise<void> {
  // First, while the reports still name the person.
  for (const city of await citiesOf(db, person)) {
    const reports = await touchReportsOf({ city, db }, person)
    await supports.forgetPerson({ city, db }, person, reports)
  }
  await opinions.forgetWords(db, person)
  const email = await people.hold(db, person)
  if (await supports.isSupporter(db, person)) throw new SupportsMore()
  if (email) {
    await subscriptions.forget(db, email)
    await mailAddresses.forget(db, email)
  }
  await appeals.forgetOf(db, person)
  await people.erase(db, person)
}
