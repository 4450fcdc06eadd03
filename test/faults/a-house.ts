import { readCities } from '#src/outside/cities/read-cities.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import type { Database } from '../database.ts'
import { type RunningHouse, runHouse } from '../running-house.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

/** A house with a mail server of its own, behind a proxy that tells who calls, and the city that people are at work in. */
export type HouseAndMail = AsyncDisposable & {
  readonly house: RunningHouse
  readonly post: PostOffice
  readonly source: CitySource
}

export async function aHouseWithMail(
  database: Database,
  work: 'inside' | 'separate',
  settings: Readonly<Record<string, string>> = {},
): Promise<HouseAndMail> {
  const post = await openPostOffice()
  const house = await runHouse(database, {
    SMTP_URL: post.url,
    MAIL_FROM: 'city@localhost',
    SECRET: 'a secret of tests that is long enough',
    TRUST_PROXY: '1',
    WORK: work,
    ...settings,
  })
  const cities = await readCities('cities')
  if (!cities.ok) throw new Error(JSON.stringify(cities.problem))
  const source = cities.value.find(({ staff }) => staff.length > 10)
  if (!source) throw new Error('No city with a whole staff')
  return {
    house,
    post,
    source,
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]()
      await post[Symbol.asyncDispose]()
    },
  }
}
