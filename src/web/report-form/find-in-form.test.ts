import { beforeAll, expect, it } from 'vitest'

import { gathering } from '#src/domain/places/gazetteer.ts'
import * as drafts from '#src/store/drafts.ts'
import { replace } from '#src/store/gazetteer.ts'
import { aGuide, waterLeak } from '#test/a-guide.ts'
import { anApp, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey } from '#test/some-reports.ts'

describeOnOne('an address in the form, without a script', (open) => {
  const { city } = aGuide()
  const { lng, lat } = city.center
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const form = (fields: Record<string, string>) => app.request('/en/zhytomyr/reports/new', sent(fields))

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    const all = gathering(() => true)
    const line = [
      [lng - 0.01, lat],
      [lng + 0.01, lat],
    ] as const
    all.place({
      kind: 'street',
      name: 'вулиця Шкільна',
      english: 'Shkilna Street',
      also: [],
      old: [],
      shape: { points: [], lines: [line] },
    })
    all.house({ street: 'вулиця Шкільна', oldStreet: null, house: '10', at: [lng, lat + 0.0001] })
    await here.store.inCity(city.id, (tx) => replace(tx, all.done(), [], here.now(), () => undefined))
  })

  it('is looked up by its button, and everything else that was typed stays', async () => {
    const answer = await form({ key: aKey(), find: 'yes', address: 'шкільна 10', description: 'Тече з люка' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toMatch(/<button[^>]+name="at" value="[\d.]+,[\d.]+ Shkilna Street, 10"/)
    expect(page).toContain('Тече з люка')
    expect(page).not.toContain('class="error"')
  })

  it('takes the one that is chosen, with its point, and keeps it with the draft', async () => {
    const key = aKey()
    const at = `${lng.toFixed(6)},${lat.toFixed(6)} Shkilna Street, 10`
    const page = await (await form({ key, at, address: 'шкільна 10', category: waterLeak })).text()
    expect(page).toContain('value="Shkilna Street, 10"')
    expect(page).toMatch(new RegExp(`name="lng" value="${lng}0*"`))
    expect(await drafts.find(here.store.of(city.id), key)).toMatchObject({
      address: ['Shkilna Street, 10'],
      lng: [String(lng)],
    })
  })

  it('says that nothing was found, and takes no place that somebody made up', async () => {
    expect(await (await form({ key: aKey(), find: 'yes', address: 'ніде такого' })).text()).toContain(
      'not in our directory',
    )
    const madeUp = await form({ key: aKey(), at: '999,999 Ніде', address: 'Десь' })
    expect(await madeUp.text()).toContain('value="Десь"')
  })
})
