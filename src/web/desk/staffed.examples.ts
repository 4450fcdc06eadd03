import { findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, moderatorEmail, officerEmail } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { means } from '#test/means.ts'
import { aKey, aPerson, type Resident } from '#test/some-reports.ts'

/** A city's desk, whose moderator and whose officer of the water utility are known. */
export async function staffed(store: Store) {
  const here = means(store)
  const app = anApp(here)
  return {
    here,
    app,
    moderator: await aPerson(store, { email: moderatorEmail }),
    officer: await aPerson(store, { email: officerEmail }),
    page: async (path: string, who: Resident) => (await app.request(path, { headers: as(who) })).text(),
    act: (path: string, fields: Record<string, string>, who: Resident) =>
      app.request(path, sent({ key: aKey(), ...fields }, as(who))),
    stored: (number: number) => findByNumber(store.of(aGuide().city.id), number),
  }
}

export type Staffed = Awaited<ReturnType<typeof staffed>>
