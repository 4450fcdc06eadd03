import { beforeAll, expect, it } from 'vitest'

import { aGuide, pothole } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { anAccepted, aSubmitted } from '#test/some-reports.ts'
import type { ReportsOnMap } from '../map/settings.ts'

const { center } = aGuide().city

describeOnOne('the reports within a map’s view', (open) => {
  let app: ReturnType<typeof anApp>
  const asked = async (query: string) => {
    const answer = await app.request(`/en/zhytomyr/map/in-view.json?${query}`)
    expect(answer.status).toBe(200)
    return (await answer.json()) as ReportsOnMap
  }
  const numbers = async (query: string) => (await asked(query)).reports.map(({ number }) => number)

  beforeAll(async () => {
    const here = means(await open())
    app = anApp(here)
    for (let one = 0; one < 22; one += 1) {
      const location = { lng: center.lng + one * 0.001, lat: center.lat }
      await anAccepted(here, { location, address: 'вул. Київська, 12', ...(one % 2 && { categoryId: pothole }) })
    }
    await aSubmitted(here, { location: center })
  })

  it('are the newest first, in words, and say when there are more', async () => {
    const { reports, more } = await asked('bbox=28,50,29,51')
    expect(reports).toHaveLength(20)
    expect(more).toBe(true)
    expect(reports[0]).toEqual({
      number: 22,
      status: 'accepted',
      headline: 'Тече вода з люка',
      language: 'uk',
      category: 'Pothole',
      address: 'вул. Київська, 12',
      when: 'today, 14:00',
      at: [center.lng + 0.021, center.lat],
      photo: null,
    })
  })

  it('are those within, under the same filters as the list', async () => {
    const box = `bbox=${center.lng - 0.0001},50,${center.lng + 0.0035},51`
    expect(await numbers(box)).toEqual([4, 3, 2, 1])
    expect(await numbers(`${box}&category=pothole`)).toEqual([4, 2])
    expect(await numbers(`${box}&category=pothole&area=old-town`)).toEqual([4, 2])
    expect(await numbers(`${box}&area=northern`)).toEqual([])
    expect(await numbers('number=3&number=7&number=23')).toEqual([7, 3])
    expect(await numbers('bbox=10,10,11,11')).toEqual([])
  })

  it.each([
    'bbox=',
    'bbox=1,2,3',
    'bbox=28,50,29,51,1',
    'bbox=a,b,c,d',
    'bbox=29,50,28,51',
    'bbox=0,-95,1,1',
    'number=0',
  ])('are all when %s narrows nothing', async (query) => {
    expect(await numbers(query)).toHaveLength(20)
  })

  it('are asked for of an area, whose border is a shape for every site to draw', async () => {
    const answer = await app.request('/zhytomyr/areas/old-town.geojson')
    expect(answer.headers.get('content-type')).toBe('application/geo+json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const { properties, geometry } = await answer.json()
    expect(properties).toMatchObject({ id: 'old-town', kind: 'neighbourhood' })
    expect(geometry).toMatchObject({ type: 'MultiPolygon' })
    expect((await app.request('/zhytomyr/areas/nowhere.geojson')).status).toBe(404)
  })

  it('of an area are on a map that is told its border and its box', async () => {
    const html = async (path: string) => (await (await app.request(path)).text()).replaceAll('&quot;', '"')
    expect(await html('/zhytomyr/reports?area=old-town')).toContain('"border":"/zhytomyr/areas/old-town.geojson"')
    expect(await html('/zhytomyr/reports')).not.toContain('"border"')
  })
})
