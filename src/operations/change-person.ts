import type { PersonId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import * as appeals from '#src/store/formal-appeals.ts'
import * as mailAddresses from '#src/store/mail-addresses.ts'
import * as opinions from '#src/store/opinions.ts'
import * as people from '#src/store/people.ts'
import * as subscriptions from '#src/store/subscriptions.ts'
import * as supports from '#src/store/supports.ts'
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
 */
export async function erasePerson({ store }: Pick<Means, 'store'>, person: PersonId): Promise<void> {
  await store.whole.transaction().execute(async (db) => {
    // First, while the reports still name the person.
    for (const city of await citiesOf(db, person)) {
      await touchReportsOf({ city, db }, person)
      await supports.forgetPerson({ city, db }, person)
    }
    await opinions.forgetWords(db, person)
    const email = await people.addressOf(db, person)
    if (email) {
      await subscriptions.forget(db, email)
      await mailAddresses.forget(db, email)
    }
    await appeals.forgetOf(db, person)
    await people.erase(db, person)
  })
}
