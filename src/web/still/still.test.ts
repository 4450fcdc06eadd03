import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { aModerator, anAct, day } from '#src/domain/examples.ts'
import { putBasemap } from '#src/outside/basemap/basemaps.ts'
import { cutBasemap } from '#src/outside/basemap/cut-basemap.ts'
import { openSource } from '#src/outside/basemap/open-source.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { sharedData } from '#test/shared-data.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'
import { drawStill } from './draw-still.ts'
import { palettes } from './palettes.ts'

const { id: city, center } = aGuide().city
const streets = sharedData('zhytomyr.pmtiles')

it.each(['large', 'small'] as const)(
  'a %s picture holds the whole pin of a place at the city’s northern edge',
  async (size) => {
    const { outline } = aGuide()
    const north = outline.coordinates.flat(2).toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0]
    const place = { lng: north[0], lat: north[1] }
    const drawn = await drawStill({ place, outline, palette: palettes.light, basemap: null, size })
    const [, top] = /translate\([-\d.]+ ([-\d.]+)\)/.exec(drawn) ?? []
    expect(Number(top)).toBeGreaterThan(0)
  },
)

describeOnOne('the picture of a report’s place', (open, database) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let number: number
  let folder: string
  const ask = (query = '', headers: Record<string, string> = {}, of = number) =>
    app.request(`/zhytomyr/reports/${of}/map.png${query}`, { headers })
  const pictures = async () => (await Array.fromAsync(here.files.list(`still/${city}/`))).map(({ key }) => key)
  /** The colour of a pixel of a picture. */
  const pixel = async (answer: Response, x: number, y: number) => {
    const { data, info } = await sharp(await answer.arrayBuffer())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1200, 630])
    const at = (y * info.width + x) * info.channels
    return `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`
  }

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    folder = await mkdtemp(join(tmpdir(), 'still-test-'))
    ;({ number } = await anAccepted(here))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is a pin in the city’s outline where there are no streets, in the colours of the page', async () => {
    const light = await ask()
    expect(light.headers.get('content-type')).toBe('image/png')
    expect(light.headers.get('cache-control')).toBe('public, max-age=300')
    expect(light.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const { paper, blue } = palettes.light.colours
    const picture = await light.clone().arrayBuffer()
    expect(picture.byteLength).toBeLessThan(60_000)
    expect(await pixel(light.clone(), 600, 400)).toBe(paper)
    // Beside the sign in the pin's head, which stands over the middle.
    expect(await pixel(light, 622, 310)).toBe(blue)
    expect(await pixel(await ask('?theme=dark'), 600, 400)).toBe(palettes.dark.colours.paper)
  })

  it('is drawn once, however many ask at once, and not sent again to who has it', async () => {
    const before = await pictures()
    const { number: other } = await anAccepted(here, { location: { ...center, lng: center.lng + 0.01 } })
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask('', {}, other)))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(await pictures()).toHaveLength(before.length + 1)
    const etag = answers[0]?.headers.get('etag') ?? ''
    expect((await ask('', { 'if-none-match': etag }, other)).status).toBe(304)
    expect(await pictures()).toHaveLength(before.length + 1)
  })

  it('is there only for reports that the public may see, with a place', async () => {
    const { number: waiting } = await aSubmitted(here)
    expect((await ask('', {}, waiting)).status).toBe(404)
    expect((await ask('', {}, 999_999)).status).toBe(404)
    await done(here, waiting, anAct('approve'), aModerator())
    expect((await ask('', {}, waiting)).status).toBe(200)
  })

  it('stands on the report’s page until a map is asked for, and in its links when there is no photo', async () => {
    const html = await (await app.request(`/zhytomyr/reports/${number}`)).text()
    expect(html).toContain(` src="/zhytomyr/reports/${number}/map.png"`)
    expect(html).toContain(`<meta property="og:image" content="http://open.example/zhytomyr/reports/${number}/map.png"`)

    const key = aKey()
    const photo = await aWaitingPhoto(here, key)
    const { number: withPhoto } = await aSubmitted(here, { key, media: [photo] }, { author: await aPerson(here.store) })
    await done(here, withPhoto, anAct('approve'), aModerator())
    const page = await (await app.request(`/zhytomyr/reports/${withPhoto}`)).text()
    expect(page).toMatch(/<meta property="og:image" content="http:\/\/open.example\/media\/[^"]+\/960\.webp"/)
  })

  it('stands small in lists, where a report has no photo', async () => {
    const small = await ask('?size=small')
    const { width, height } = await sharp(await small.arrayBuffer()).metadata()
    expect([width, height]).toEqual([176, 176])
    for (const list of ['/zhytomyr/reports', '/zhytomyr'])
      expect(await (await app.request(list)).text()).toContain(`src="/zhytomyr/reports/${number}/map.png?size=small"`)
  })

  it.skipIf(!streets)(
    `shows the streets once there are some, and names their source (zhytomyr.pmtiles, ${database})`,
    async () => {
      const plain = await ask()
      await using source = await openSource(streets ?? '')
      const path = join(folder, 'tiles')
      const cut = await cutBasemap(source, [28.5, 50.1, 28.8, 50.4], path, () => undefined)
      if (!cut.ok) throw new Error(cut.problem.kind)
      await putBasemap(here.files, city, cut.value.head, path)
      here.clock.at = day(0).add({ seconds: 40 })

      const streeted = await ask()
      expect(streeted.headers.get('etag')).not.toBe(plain.headers.get('etag'))
      const { data } = await sharp(await streeted.arrayBuffer())
        .raw()
        .toBuffer({ resolveWithObject: true })
      const before = await sharp(await plain.arrayBuffer())
        .raw()
        .toBuffer()
      expect(data.equals(before)).toBe(false)
      const html = await (await app.request(`/zhytomyr/reports/${number}`)).text()
      expect(html).toContain('<figcaption>city.dozor.tech open transport data</figcaption>')
      const list = await (await app.request('/zhytomyr/reports')).text()
      expect(list).toContain('Вулиці на картинках: city.dozor.tech open transport data')
    },
  )
})
