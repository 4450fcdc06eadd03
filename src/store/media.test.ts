import { beforeAll, expect, it } from 'vitest'
import { day } from '#src/domain/examples.ts'
import type { CityId, MediaId, ReportId } from '#src/domain/id.ts'
import { loadCity } from '#src/operations/load-city.ts'
import { aGuide, aSource } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, aSubmitted, aWaitingPhoto } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import * as media from './media.ts'
import { getByDraft } from './reports.ts'
import type { Store } from './store.ts'

const city = aGuide().city.id

describeOnBoth('a file', (open) => {
  let store: Store
  let means: TestMeans
  let report: ReportId

  beforeAll(async () => {
    store = await open()
    means = meansOn(store)
    report = (await getByDraft(store.of(city), (await aSubmitted(means)).draft.key)).id
  })

  it('waits under the key of its form and no other, in its own city', async () => {
    const key = aKey()
    const [first, second] = [await aWaitingPhoto(means, key), await aWaitingPhoto(means, key)]
    await aWaitingPhoto(means, aKey())
    expect((await media.waitingFor(store.of(city), key)).map(({ id }) => id)).toEqual([first, second])
    await loadCity(means, aSource('vinnytsia'))
    expect(await media.waitingFor(store.of('vinnytsia' as CityId), key)).toEqual([])
  })

  it('becomes one report’s, and a second claim stops the transaction that makes it', async () => {
    const key = aKey()
    const photo = await aWaitingPhoto(means, key)
    await claim([photo])
    expect(await media.waitingFor(store.of(city), key)).toEqual([])
    expect(await media.ofReport(store.of(city), report)).toContainEqual(
      expect.objectContaining({ id: photo, hidden: false, seq: 1 }),
    )
    await expect(claim([photo])).rejects.toThrow('A file was claimed twice')
    await expect(claim([await aWaitingPhoto(means, key), crypto.randomUUID() as MediaId])).rejects.toThrow(
      'A file was claimed twice',
    )
    expect(await media.waitingFor(store.of(city), key)).toHaveLength(1)
  })

  it('is claimed by one of ten who want it at once', async () => {
    const photo = await aWaitingPhoto(means, aKey())
    const claims = await together(store, 10, () =>
      claim([photo]).then(
        () => true,
        () => false,
      ),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('is taken away by whoever holds its form, until a report has it', async () => {
    const key = aKey()
    const photo = await aWaitingPhoto(means, key)
    const [{ key: name } = { key: '' }] = await media.waitingFor(store.of(city), key)
    expect(await media.removeWaiting(store.of(city), photo, aKey())).toBeNull()
    expect(await media.removeWaiting(store.of(city), photo, key)).toBe(name)
    expect(await media.removeWaiting(store.of(city), photo, key)).toBeNull()
    const claimed = await aWaitingPhoto(means, key)
    await claim([claimed])
    expect(await media.removeWaiting(store.of(city), claimed, key)).toBeNull()
  })

  it('is known with all that decides who may see it', async () => {
    const key = aKey()
    await aWaitingPhoto(means, key)
    const [waiting] = await media.waitingFor(store.of(city), key)
    const name = waiting?.key ?? ''
    expect(await media.accessTo(store.whole, name)).toMatchObject({ city, draft: key, hidden: false, report: null })
    const { author } = await aSubmitted(means, { key, media: waiting ? [waiting.id] : [] })
    expect(await media.accessTo(store.whole, name)).toMatchObject({
      report: { status: 'submitted', reporter: author.id, organization: null },
    })
    expect(await media.accessTo(store.whole, 'no-such')).toBeNull()
    expect(await media.knownKeys(store.whole, [name, 'no-such'])).toEqual(new Set([name]))
    expect(await media.knownKeys(store.whole, [])).toEqual(new Set())
  })

  it('that nobody claimed in time is forgotten, and no other', async () => {
    means.clock.at = day(10)
    const [old, claimed] = [aKey(), await aWaitingPhoto(means, aKey())]
    await aWaitingPhoto(means, old)
    const [{ key: name } = { key: '' }] = await media.waitingFor(store.of(city), old)
    await claim([claimed])
    means.clock.at = day(12)
    const young = aKey()
    await aWaitingPhoto(means, young)
    expect(await media.sweepUnclaimed(store.whole, day(11))).toContain(name)
    expect(await media.waitingFor(store.of(city), old)).toEqual([])
    expect(await media.waitingFor(store.of(city), young)).toHaveLength(1)
    expect((await media.ofReport(store.of(city), report)).map(({ id }) => id)).toContain(claimed)
    expect(await media.sweepUnclaimed(store.whole, day(11))).toEqual([])
  })

  function claim(ids: readonly MediaId[]): Promise<void> {
    return store.inCity(city, (tx) => media.claim(tx, ids, report, 1, { hidden: false, unseen: false }))
  }
})
