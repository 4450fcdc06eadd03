import { beforeAll, beforeEach, expect, it } from 'vitest'
import { day } from '#src/domain/examples.ts'
import type { CityId, LinkId, ReportId } from '#src/domain/id.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { aGuide, aSource, cityLight, roadWorks } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { anAccepted } from '#test/some-reports.ts'
import { findLive, hashOf, keep, revoke } from './private-links.ts'
import { getByDraft } from './reports.ts'
import type { Store } from './store.ts'

const city = aGuide().city.id
const [at, expiresAt] = [day(0), day(60)]

describeOnBoth('a private link', (open) => {
  let store: Store
  let means: TestMeans
  let report: ReportId
  let number: number
  let id: LinkId
  let secret: string

  beforeAll(async () => {
    store = await open()
    means = meansOn(store)
  })

  beforeEach(async () => {
    const sent = await anAccepted(means, {}, roadWorks)
    number = sent.number
    report = (await getByDraft(store.of(city), sent.draft.key)).id
    id = means.mint.id<'link'>()
    secret = means.mint.secret()
    await keep(store.of(city), { id, secretHash: hashOf(secret), report, organization: roadWorks, at, expiresAt })
  })

  it('leads to one report for one organization until it expires', async () => {
    expect(await live(secret, day(59))).toEqual({ id, report, number, organization: roadWorks, expiresAt })
    expect(await live(secret, expiresAt)).toBeNull()
    expect(await live(secret, day(61))).toBeNull()
  })

  it('is found by its secret alone, in its own city, and the secret is kept nowhere', async () => {
    expect(await live(`${secret}x`)).toBeNull()
    expect(await live(hashOf(secret))).toBeNull()
    await loadCity(means, aSource('vinnytsia'))
    expect(await findLive(store.of('vinnytsia' as CityId), hashOf(secret), at)).toBeNull()
    expect(JSON.stringify(await store.whole.selectFrom('private_link').selectAll().execute())).not.toContain(secret)
  })

  it('made again for an organization that lost the report and has it back works', async () => {
    await revoke(store.of(city), report, cityLight, at)
    expect(await live(secret, at)).toBeNull()
    const again = means.mint.secret()
    await keep(store.of(city), { id, secretHash: hashOf(again), report, organization: roadWorks, at, expiresAt })
    expect(await live(again, at)).toMatchObject({ id })
  })

  it('made again has a new secret, and the old one is dead', async () => {
    const again = means.mint.secret()
    await keep(store.of(city), {
      id,
      secretHash: hashOf(again),
      report,
      organization: roadWorks,
      at,
      expiresAt: day(90),
    })
    expect(await live(secret)).toBeNull()
    expect(await live(again, day(89))).toMatchObject({ id, number })
  })

  it('is dead when the report was passed to another organization, and alive when it came to its own', async () => {
    await revoke(store.of(city), report, roadWorks, day(1))
    expect(await live(secret, day(1))).toMatchObject({ number })
    await revoke(store.of(city), report, cityLight, day(1))
    expect(await live(secret, day(1))).toBeNull()
  })

  it('is dead when nobody may have one any more', async () => {
    await revoke(store.of(city), report, null, day(1))
    expect(await live(secret, day(1))).toBeNull()
  })

  function live(one: string, now = at) {
    return findLive(store.of(city), hashOf(one), now)
  }
})
