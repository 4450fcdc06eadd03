import type { PersonId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import * as people from '#src/store/people.ts'
import { citiesOf, touchReportsOf } from '#src/store/versions.ts'
import type { Means } from './means.ts'

/** Corrects a person's name and language, on every page that shows the name. */
export async function correctPerson(
  means: Pick<Means, 'store'>,
  person: PersonId,
  names: { readonly firstName: string; readonly lastName: string; readonly locale: Locale },
): Promise<void> {
  await people.correct(means.store.whole, person, names)
  await touchReports(means, person)
}

/** Erases a person for good (Law 2297-VI, art. 8): sessions, consents and notices go, reports stay without an author. */
export async function erasePerson(means: Pick<Means, 'store'>, person: PersonId): Promise<void> {
  // Before the erasure, while the reports still name the person: pages kept meanwhile are older than what follows.
  await touchReports(means, person)
  await people.erase(means.store.whole, person)
}

async function touchReports({ store }: Pick<Means, 'store'>, person: PersonId): Promise<void> {
  for (const city of await citiesOf(store.whole, person)) await store.inCity(city, (tx) => touchReportsOf(tx, person))
}
