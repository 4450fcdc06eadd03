import { beforeAll, expect, it } from 'vitest'

import { anOfficer, day } from '#src/domain/examples.ts'
import { aGuide, pothole } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { readTile, type TileFeature } from '#test/read-tile.ts'
import { anAccepted, aSubmitted, done } from '#test/some-reports.ts'

const { center } = aGuide().city

describeOnOne('tiles of reports', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const read = async (path: string) => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    return readTile(await answer.arrayBuffer())
  }
  const at = (z: number, lng = center.lng, lat = center.lat) => {
    const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z
    return { z, x: Math.floor(((lng + 180) / 360) * 2 ** z), y: Math.floor(y) }
  }
  const path = ({ z, x, y }: { z: number; x: number; y: number }, query = '') =>
    `/zhytomyr/tiles/${z}/${x}/${y}.mvt${query}`
  const total = ({ clusters = [], reports = [] }: Readonly<Record<string, readonly TileFeature[]>>) =>
    clusters.reduce((sum, { count }) => sum + Number(count), reports.length)

  /** All tiles of a zoom that the test's city lies in. */
  async function wholeZoom(z: number, query = '') {
    const [first, last] = [at(z, center.lng - 0.1, center.lat + 0.1), at(z, center.lng + 0.1, center.lat - 0.1)]
    let sum = 0
    for (let x = first.x; x <= last.x; x += 1)
      for (let y = first.y; y <= last.y; y += 1) sum += total(await read(path({ z, x, y }, query)))
    return sum
  }

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    for (let one = 0; one < 30; one += 1) {
      const location = { lng: center.lng + ((one * 7) % 10) * 0.0004, lat: center.lat + ((one * 3) % 10) * 0.0003 }
      await anAccepted(here, { location, ...(one % 3 === 0 && { categoryId: pothole }) })
    }
    await anAccepted(here, { location: { lng: center.lng - 0.08, lat: center.lat } })
    await done(here, 1, { kind: 'resolve', note: 'Полагоджено', media: [] }, anOfficer())
    await aSubmitted(here, { location: center })
  })

  it('hold a pin each where there is room, and counts of each status where there is none', async () => {
    const near = await read(path(at(18)))
    expect(Object.keys(near)).toEqual(['reports'])
    expect(near.reports).toContainEqual({
      number: 1,
      status: 'resolved',
      category: 'pothole',
      age: 'week',
      x: expect.any(Number),
      y: expect.any(Number),
    })
    const far = await read(path(at(10)))
    expect(far.clusters).toMatchObject([{ count: 30, accepted: 29, resolved: 1 }])
    expect(far.reports).toMatchObject([{ number: 31, status: 'accepted', category: 'water-leak' }])
  })

  it.each([8, 9, 10, 11, 12])('lose no report at zoom %i', async (z) => {
    expect(await wholeZoom(z)).toBe(31)
    expect(await wholeZoom(z, '?status=resolved')).toBe(1)
    expect(await wholeZoom(z, '?category=pothole')).toBe(10)
    expect(await wholeZoom(z, '?category=streets&status=accepted')).toBe(9)
    expect(await wholeZoom(z, '?q=нічого-такого')).toBe(0)
    expect(await wholeZoom(z, '?organization=water-utility')).toBe(31)
    expect(await wholeZoom(z, '?area=southern')).toBe(31)
    expect(await wholeZoom(z, '?category=pothole&area=old-town')).toBe(10)
    expect(await wholeZoom(z, '?area=northern')).toBe(0)
  })

  it.each([13, 14, 15, 16, 17, 18])('lose no report at zoom %i, where most stand', async (z) => {
    const [first, last] = [at(z), at(z, center.lng + 0.004, center.lat + 0.003)]
    let sum = 0
    for (let x = first.x; x <= last.x; x += 1)
      for (let y = last.y; y <= first.y; y += 1) sum += total(await read(path({ z, x, y })))
    expect(sum).toBe(30)
  })

  it('are sent once while nothing changes, and anew at the very next look', async () => {
    const first = await ask(path(at(12)))
    const before = total(await read(path(at(12))))
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    expect((await ask(path(at(12)), { 'if-none-match': etag })).status).toBe(304)

    await anAccepted(here, { location: center })
    const next = await ask(path(at(12)), { 'if-none-match': etag })
    expect(next.status).toBe(200)
    expect(total(readTile(await next.arrayBuffer()))).toBe(before + 1)
  })

  it('are others under each filter, also for a map that keeps one by its mark', async () => {
    const marks = await Promise.all(
      ['', '?category=pothole', '?category=street-light'].map(async (query) =>
        (await ask(`${path(at(12))}${query}`)).headers.get('etag'),
      ),
    )
    expect(new Set(marks).size).toBe(3)
  })

  it('tell age in days: tomorrow they are others', async () => {
    const etag = (await ask(path(at(18)))).headers.get('etag') ?? ''
    here.clock.at = day(9)
    const later = await ask(path(at(18)), { 'if-none-match': etag })
    expect(later.status).toBe(200)
    expect(readTile(await later.arrayBuffer()).reports?.[0]).toMatchObject({ age: 'month' })
    here.clock.at = day(0)
  })

  it('are empty where nothing is, and no others exist', async () => {
    expect(await read(path({ z: 12, x: 0, y: 0 }))).toEqual({})
    for (const wrong of ['/zhytomyr/tiles/2/4/0.mvt', '/zhytomyr/tiles/19/0/0.mvt', '/atlantis/tiles/1/0/0.mvt'])
      expect((await ask(wrong)).status).toBe(404)
  })
})
