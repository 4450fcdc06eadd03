import { mkdtemp, readdir, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { CategoryId } from '#src/domain/id.ts'
import * as drafts from '#src/store/drafts.ts'
import { aGuide, streetLight, waterLeak } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted } from '#test/some-reports.ts'

describeOnOne('a problem that is known already', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let number: number
  const { city } = aGuide()
  const place = { lng: 28.6587, lat: 50.2547 }
  const words = { category: waterLeak, description: 'З люка тече вода на дорогу' }
  const at = (metresNorth: number) => ({ lng: String(place.lng), lat: (place.lat + metresNorth / 111_200).toFixed(6) })
  const asked = (fields: Record<string, string>) => app.request('/en/zhytomyr/reports/known', sent(fields))

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    number = (await anAccepted(here, { location: place, description: 'Тече вода з люка на дорогу' })).number
  })

  it('is shown while the form is filled in, when it is near and of the same group', async () => {
    const answer = await asked({ ...words, ...at(10) })
    expect(answer.status).toBe(200)
    const part = await answer.text()
    expect(part).toContain(`/en/zhytomyr/reports/${number}/support`)
    expect(part).toContain('10\u00a0metres from here')
    for (const other of [{ ...words, ...at(80) }, { ...words, ...at(10), category: streetLight }, words])
      expect((await asked(other)).status).toBe(204)
  })

  afterEach(() => vi.unstubAllEnvs())

  it('is asked with the whole form, of whose photos nothing stays behind', async () => {
    const own = await mkdtemp(join(tmpdir(), 'open-city-known-'))
    vi.stubEnv('TMPDIR', own)
    const form = sent({ ...words, ...at(10), files: new File(['a photo'], 'photo.jpg') })
    expect((await app.request('/zhytomyr/reports/known', form)).status).toBe(200)
    expect(await readdir(own)).toEqual([])
    await rmdir(own)
  })

  it('is none that waits for a moderator', async () => {
    const lng = 28.67
    await aSubmitted(here, { location: { lng, lat: place.lat }, categoryId: waterLeak as CategoryId })
    expect((await asked({ ...words, lng: String(lng), lat: String(place.lat) })).status).toBe(204)
  })

  it('is shown once before sending, without a script too, and what was filled in goes on with it', async () => {
    const person = as(await aPerson(here.store))
    const form = { key: aKey(), ...words, ...at(5), address: 'Біля пошти' }
    const first = await app.request('/en/zhytomyr/reports/new', sent(form, person))
    const page = await first.text()
    expect([first.status, page.includes('This may be reported already')]).toEqual([422, true])
    expect(page).toContain(`name="seen" value="${number}"`)
    expect(page).toContain('value="Біля пошти"')

    const again = await app.request('/en/zhytomyr/reports/new', sent({ ...form, seen: String(number) }, person))
    expect(again.status).toBe(303)
  })

  it('can be joined from the form, which is kept as it was', async () => {
    const person = as(await aPerson(here.store))
    const key = aKey()
    const joined = await app.request(
      `/en/zhytomyr/reports/${number}/support`,
      sent({ key, ...words, ...at(5), joins: String(number) }, person),
    )
    expect(joined.headers.get('location')).toBe(`/en/zhytomyr/reports/${number}#support`)
    expect(await drafts.find(here.store.of(city.id), key)).toMatchObject({ description: [words.description] })
    expect(await (await asked({ ...words, ...at(10) })).text()).toContain('concerns 1\u00a0more person')
  })
})
