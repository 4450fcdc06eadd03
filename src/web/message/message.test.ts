import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'

import { aModerator, waterUtility } from '#src/domain/examples.ts'
import { ofReport, waitingFor } from '#src/store/media.ts'
import { findByNumber } from '#src/store/reports.ts'
import { aGuide, cityLight, streetLight } from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { hasPoppler, poppler } from '#test/poppler.ts'
import { aKey, anAccepted, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'

const { id: city } = aGuide().city
const missing = hasPoppler ? '' : ' (skipped: there is no pdftotext)'

describeOnOne('the electronic message', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const ask = async (number: number, headers: Record<string, string> = {}, prefix = '') =>
    app.request(`${prefix}/zhytomyr/reports/${number}.pdf`, { headers })
  const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

  /** With two photos as a phone takes them at night: grain is what weighs most. */
  const withPhotos = async () => {
    const key = aKey()
    const media = [await aWaitingPhoto(here, key), await aWaitingPhoto(here, key)]
    const noise = { type: 'gaussian', mean: 120, sigma: 25 } as const
    const create = { width: 960, height: 720, channels: 3, background: '#778', noise } as const
    const photo = await sharp({ create }).webp().toBuffer()
    for (const file of await waitingFor(here.store.of(city), key))
      await here.files.put(`media/${file.key}/960.webp`, photo, 'image/webp')
    return anAccepted(
      here,
      {
        key,
        media,
        categoryId: streetLight,
        answers: { 'how-many': 'one', pole: '17' },
        address: 'вул. Київська, 12, біля аптеки',
        description: 'Ґанок не освітлено: об’їжджаємо.\n\nЩовечора темно, діти бояться ходити.',
      },
      cityLight,
    )
  }

  it('is a PDF of at most 300 KB, of what everyone may see, under a name of its own', async () => {
    const { number, author } = await withPhotos()
    const answer = await ask(number)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="povidomlennia-${number}.pdf"`)
    const bytes = await bytesOf(answer)
    expect(bytes.byteLength).toBeLessThan(300_000)
    expect(await bytesOf(await ask(number, as(author)))).toEqual(bytes)
    expect((await ask(number, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304)
  })

  it.runIf(hasPoppler)(`is read out in the order it is written, in Ukrainian and in English${missing}`, async () => {
    const { number } = await withPhotos()
    const bytes = await bytesOf(await ask(number))
    const words = poppler('pdftotext', bytes).replace(/\s+/g, ' ')
    const inOrder = [
      'Відкрите місто',
      'Кому Міськсвітло office@light.example',
      `Електронне повідомлення № ${number}`,
      'Відкрита копія, без відомостей про автора',
      'Про що Ґанок не освітлено: об’їжджаємо. Щовечора темно, діти бояться ходити.',
      'Що і де',
      'Не світить ліхтар',
      'вул. Київська, 12, біля аптеки',
      'Фото',
      'На чому ґрунтується',
      '№ 393/96-ВР',
      'Як відповісти',
      'Сторінка повідомлення',
      `open.example/zhytomyr/reports/${number} · сторінка 1 з 1`,
    ]
    let from = 0
    for (const part of inOrder) {
      const at = words.indexOf(part, from)
      expect([part, at]).toEqual([part, Math.max(at, from)])
      from = at + part.length
    }
    const fonts = poppler('pdffonts', bytes).trim().split('\n').slice(2)
    expect(fonts.map((line) => /CID TrueType +Identity-H +yes yes yes/.test(line))).toEqual([true, true])
    expect(poppler('pdfinfo', bytes)).toMatch(/Tagged: +yes/)

    const english = poppler('pdftotext', await bytesOf(await ask(number, {}, '/en'))).replace(/\s+/g, ' ')
    expect(english).toContain(`Electronic message No. ${number}`)
    expect(english).toContain('To City light office@light.example')
    expect(english).toContain('Ґанок не освітлено')
  })

  it('follows the report at the very next look', async () => {
    const { number } = await withPhotos()
    const before = await bytesOf(await ask(number))
    const tx = here.store.of(city)
    const report = await findByNumber(tx, number)
    const [photo] = report ? await ofReport(tx, report.id) : []
    if (!photo) throw new Error('The report has no photo')
    await done(here, number, { kind: 'hide_media', media: photo.id }, aModerator())
    const without = await bytesOf(await ask(number))
    expect(without.byteLength).toBeLessThan(before.byteLength - 10_000)
    await done(here, number, { kind: 'assign', organization: waterUtility, note: 'Це їхня мережа' }, aModerator())
    expect(await bytesOf(await ask(number))).not.toEqual(without)
  })

  it('is there for no report that the public may not see', async () => {
    const { number, author } = await aSubmitted(here)
    for (const answer of [await ask(number), await ask(number, as(author)), await ask(999_999)])
      expect(answer.status).toBe(404)
  })
})
