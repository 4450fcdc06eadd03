import { beforeEach, expect, it } from 'vitest'
import type { SessionId } from '#src/domain/id.ts'
import { insertOnce } from '#src/store/notices.ts'
import * as people from '#src/store/people.ts'
import * as publicReports from '#src/store/public-reports.ts'
import * as reports from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import * as versions from '#src/store/versions.ts'
import { aGuide, aSource } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, aSubmitted, type Sent } from '#test/some-reports.ts'
import { correctPerson, erasePerson } from './change-person.ts'
import { loadCity } from './load-city.ts'

const city = aGuide().city.id
const names = { firstName: 'Софія', lastName: 'Інша', locale: 'en' } as const

describeOnBoth('changing a person', (open) => {
  let store: Store
  let means: TestMeans
  let sent: Sent

  beforeEach(async () => {
    store = await open()
    means = meansOn(store)
    sent = await anAccepted(means)
  })

  it('corrects the name and the language, on the public page too, whose version grows', async () => {
    const before = await versionOf(sent.number)
    await correctPerson(means, sent.author.id, names)
    expect(await people.find(store.whole, sent.author.id)).toMatchObject(names)
    expect((await publicReports.find(store.of(city), sent.number))?.authorName).toBe('Софія')
    expect(await versionOf(sent.number)).toBeGreaterThan(before)
  })

  it('touches nobody else', async () => {
    const other = await anAccepted(means)
    const before = await versionOf(other.number)
    await correctPerson(means, sent.author.id, names)
    await erasePerson(means, sent.author.id)
    expect(await versionOf(other.number)).toBe(before)
    expect(await people.find(store.whole, other.author.id)).not.toBeNull()
  })

  it('erases the person with sessions, consents and notices; reports stay in every city, without an author', async () => {
    const second = aSource('vinnytsia')
    await loadCity(means, second)
    const there = await aSubmitted(means, {}, { guide: second.guide, author: sent.author })
    const { id } = sent.author
    await people.keepConsent(store.whole, id, { version: '1', locale: 'uk', text: 'Згода', at: means.now() })
    const session = {
      id: crypto.randomUUID() as SessionId,
      person_id: id,
      token: crypto.randomUUID(),
      expires_at: new Date(0),
    }
    await store.whole.insertInto('session').values(session).execute()
    const { id: report } = await reports.getByDraft(store.of(city), sent.draft.key)
    const notice = { id: means.mint.id<'notice'>(), seq: 1, report, to: { person: id }, at: means.now() }
    await store.inCity(city, (tx) => insertOnce(tx, notice))
    const before = await versionOf(sent.number)

    await erasePerson(means, id)

    expect(await people.find(store.whole, id)).toBeNull()
    expect(await reports.findByNumber(store.of(city), sent.number)).toMatchObject({
      reporter: null,
      description: sent.draft.description,
    })
    expect(await reports.findByNumber(store.of(second.guide.city.id), there.number)).toMatchObject({ reporter: null })
    expect((await publicReports.find(store.of(city), sent.number))?.authorName).toBeNull()
    expect(await versionOf(sent.number)).toBeGreaterThan(before)
    for (const table of ['consent', 'session', 'notice', 'person'] as const) {
      const column = table === 'person' ? 'id' : 'person_id'
      expect(await store.whole.selectFrom(table).selectAll().where(column, '=', id).execute()).toEqual([])
    }
  })

  it('erases somebody who is gone already, and somebody who never reported', async () => {
    const { id } = await aPerson(store)
    await erasePerson(means, id)
    await erasePerson(means, id)
    expect(await people.find(store.whole, id)).toBeNull()
  })

  async function versionOf(number: number): Promise<number> {
    return (await versions.ofReports(store.of(city), [number])).get(number) ?? 0
  }
})
