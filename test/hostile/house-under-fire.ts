import type { Kysely } from 'kysely'

import { viewerOf } from '#src/bin/viewer-of.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { readCities } from '#src/outside/cities/read-cities.ts'
import { type Identity, identityOn } from '#src/outside/identity.ts'
import * as people from '#src/store/people.ts'
import { consentVersion } from '#src/web/account/consent.ts'
import { createApp } from '#src/web/app.ts'
import { createHandlers } from '#src/web/handlers.ts'
import { createMetrics } from '#src/web/middleware/metrics.ts'
import { publicLooks } from '#src/web/public-look.ts'
import type { TestMeans } from '#test/means.ts'
import { fillCity, type SignedIn } from './fill-city.ts'

export const origin = 'http://open.example'

/** All the doors for people on a test's means, in the real cities, one of them with something of everything. */
export async function houseUnderFire(here: TestMeans) {
  const guides = await realCities(here)
  const [guide] = [...guides.values()].filter(({ city }) => city.id === 'zhytomyr')
  if (!guide) throw new Error('The city is not among the real ones')
  const codes = new Map<string, string>()
  const identity = identityOn({
    db: here.store.whole as unknown as Kysely<never>,
    secret: 'a secret of this test alone, long enough',
    origin,
    sendLetter: async ({ email, code }) => void codes.set(email, code),
  })
  const faults: unknown[] = []
  const assets = { stylesheet: '/assets/look.css', script: (name: string) => `/assets/${name}.js`, answer: () => null }
  const app = createApp({
    means: here,
    guides,
    handlers: createHandlers({
      assets,
      registry: createMetrics().registry,
      identity,
      // Limits have their own tests; here they would only hide what lies behind them.
      countTry: async () => null,
      looks: publicLooks(here.store),
      letters: () => [],
      basemap: null,
      origin,
    }),
    hasBasemap: false,
    assets,
    origin,
    proxies: 0,
    viewerOf: viewerOf(identity, here.store),
    served: () => undefined,
    fault: (fault) => faults.push(fault),
  })
  const known = await fillCity(here, guide, (email) => signIn(here, identity, codes, email))
  return { app, faults, known }
}

async function realCities(here: TestMeans): Promise<ReadonlyMap<CityId, Guide>> {
  const cities = await readCities('cities')
  if (!cities.ok) throw new Error(JSON.stringify(cities.problem))
  for (const source of cities.value) await loadCity(here, source)
  return new Map(cities.value.map(({ guide }) => [guide.city.id, guide]))
}

async function signIn(
  { store, now }: TestMeans,
  identity: Identity,
  codes: ReadonlyMap<string, string>,
  email: string,
): Promise<SignedIn> {
  await identity.sendCode(email, 'uk')
  const answer = await identity.signIn(email, codes.get(email) ?? '')
  if (!answer.ok) throw new Error(answer.problem.kind)
  const { person, cookies } = answer.value
  await people.correct(store.whole, person, { firstName: 'Олена', lastName: 'Коваль', locale: 'uk' })
  const consent = { version: consentVersion, locale: 'uk', text: 'Погоджуюся', at: now() } as const
  await people.keepConsent(store.whole, person, consent)
  return { person, session: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}
