import { createHash } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, it, vi } from 'vitest'

import type { Files } from '#src/outside/files.ts'
import * as dataFiles from '#src/store/data-files.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { type TestMeans, means as testMeans } from '#test/means.ts'
import { anAccepted } from '#test/some-reports.ts'
import { someAddresses } from './examples.ts'
import { writeDataFiles } from './write-data-files.ts'

const guide = aGuide()
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${guide.city.timeZone}]`).toInstant()

describeOnBoth('a day’s open data', (open) => {
  let here: TestMeans
  const info = vi.fn()
  const written = (files: Files = here.files) =>
    writeDataFiles({
      means: { ...here, files },
      guides: new Map([[guide.city.id, guide]]),
      addresses: someAddresses,
      log: { info, warn: info },
    })
  const known = () => dataFiles.ofCity(here.store.of(guide.city.id))
  const stored = async () => (await Array.fromAsync(here.files.list('open-data/'))).map(({ key }) => key).toSorted()
  const read = async (key: string) => {
    const found = await here.files.get(key)
    return Buffer.from(await new Response(found?.body).arrayBuffer())
  }

  beforeEach(async () => {
    here = testMeans(await open())
    here.clock.at = at('2026-03-10T23:59')
    await anAccepted(here, { description: 'Надіслано до півночі' })
    here.clock.at = at('2026-03-11T00:03')
    await anAccepted(here, { description: 'Надіслано після півночі' })
    here.clock.at = at('2026-03-11T00:07')
  })

  it('holds what came until midnight by the city’s clock, in both languages and formats, and can be checked', async () => {
    await written()
    const files = await known()
    expect(files.map(({ day, locale, format, reports }) => [`${day}`, format, locale, reports])).toEqual([
      ['2026-03-10', 'csv', 'uk', 1],
      ['2026-03-10', 'csv', 'en', 1],
      ['2026-03-10', 'geojson', 'uk', 1],
      ['2026-03-10', 'geojson', 'en', 1],
    ])
    for (const { key, bytes, sha256 } of files) {
      const content = await read(key)
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
    }
    const [uk, en, features] = await Promise.all(files.map(async ({ key }) => gunzipSync(await read(key)).toString()))
    expect(parse(uk ?? '', { bom: true, columns: true })).toMatchObject([
      { description: 'Надіслано до півночі', status_name: 'Прийнято до розгляду' },
    ])
    expect(parse(en ?? '', { bom: true, columns: true })).toMatchObject([
      { status_name: 'Accepted', url: 'https://city.example/en/zhytomyr/reports/1' },
    ])
    expect(JSON.parse(features ?? '').features).toHaveLength(1)
  })

  it('is written once, however often that is asked and by how many', async () => {
    await Promise.all([written(), written()])
    const files = await known()
    await written()
    expect(await known()).toEqual(files)
    expect(await stored()).toEqual(files.map(({ key }) => key).toSorted())
  })

  it('is made whole by the next who is asked, where one died in between', async () => {
    let left = 2
    const dying: Files = {
      ...here.files,
      async put(key, body, type) {
        left -= 1
        if (left < 0) throw new Error('the disk is gone')
        await here.files.put(key, body, type)
      },
    }
    await expect(written(dying)).rejects.toThrow('the disk is gone')
    expect(await known()).toHaveLength(2)
    await written()
    expect(await known()).toHaveLength(4)
  })

  it('is kept for a week, and then gone with its file; so is what nobody told of', async () => {
    await written()
    const [first] = await known()
    for (let day = 1; day <= 7; day += 1) {
      here.clock.at = here.clock.at.add({ hours: 24 })
      await written()
    }
    const files = await known()
    expect([files.length, files.at(-1)?.day.toString()]).toEqual([28, '2026-03-11'])
    expect(await stored()).toEqual(files.map(({ key }) => key).toSorted())
    expect(await here.files.get(first?.key ?? '')).toBeNull()

    await here.files.put('open-data/zhytomyr/nobodys.csv.gz', new Uint8Array(1), 'application/gzip')
    const long = new Date(here.clock.at.subtract({ hours: 25 }).epochMilliseconds)
    for (const key of await stored()) await utimes(join(here.folder, key), long, long)
    await written()
    expect(await stored()).toEqual(files.map(({ key }) => key).toSorted())
  })
})
