import { beforeAll, expect, it } from 'vitest'

import { aDraft, aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import { ofReport } from '#src/store/media.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { moveReport } from './move-report.ts'
import { submitReport } from './submit-report.ts'

const guide = aGuide()
const city = guide.city.id

describeOnBoth('one key for several things at once', (open) => {
  let store: Store
  let means: TestMeans

  beforeAll(async () => {
    store = await open({ connections: 30 })
    means = meansOn(store)
  })

  it('acts once, however many reports it is sent to', async () => {
    const sent = await Promise.all([aSubmitted(means), aSubmitted(means)])
    const key = aKey()
    await together(store, 20, (index) =>
      moveReport(means, guide, { number: sent[index % 2]?.number ?? 0, act: anAct('reject'), key }, aModerator()),
    )
    const found = await Promise.all(sent.map(({ number }) => findByNumber(store.of(city), number)))
    expect(found.map((report) => report?.status).toSorted()).toEqual(['rejected', 'submitted'])
  })

  it('gives a photo to one of a report and an act, and tells the other that it is gone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const asked = await anAccepted(means)
      await done(means, asked.number, { kind: 'ask', question: 'Який під’їзд?' }, anOfficer())
      const key = aKey()
      const photo = await aWaitingPhoto(means, key)
      const act = { kind: 'answer', answer: 'Перший', media: [photo] } as const
      const [submitted, moved] = await Promise.all([
        submitReport(means, guide, aDraft({ key, media: [photo] }), asked.author),
        moveReport(means, guide, { number: asked.number, act, key }, asked.author),
      ])
      expect([submitted.ok, moved.ok].filter(Boolean)).toHaveLength(1)
      if (!submitted.ok) expect(submitted.problem).toEqual([{ kind: 'file_expired', file: photo }])
      if (!moved.ok) expect(moved.problem).toEqual({ kind: 'file_expired', file: photo })
      const number = submitted.ok ? submitted.value : asked.number
      const report = await findByNumber(store.of(city), number)
      expect(report && (await ofReport(store.of(city), report.id)).map(({ id }) => id)).toEqual([photo])
    }
  })
})
