import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type { Guide } from '#src/domain/guide.ts'
import { type Locale, locales } from '#src/domain/locale.ts'
import type { PublishedReport } from '#src/domain/published-report.ts'
import * as dataFiles from '#src/store/data-files.ts'
import { allPublished } from '#src/store/published-reports.ts'
import { say } from '#src/text/catalogue.ts'
import { type DataFormatName, dataFile, dataFormats } from '#src/text/open-data.ts'
import type { Parts } from './parts.ts'

/** So many days are kept: what ceased to be public is then in none of them. */
export const daysKept = 7

type What = { readonly day: Temporal.PlainDate; readonly locale: Locale; readonly format: DataFormatName }
type WriteParts = Pick<Parts, 'means' | 'guides' | 'addresses' | 'log'>

/**
 * Writes yesterday's open data of each city where that is still to be done, and removes what is older than a week. Asked
 * every hour, by every city's own clock; what a process that died left out is written by the next.
 */
export async function writeDataFiles(parts: WriteParts): Promise<void> {
  const { means, guides, log } = parts
  let written = 0
  for (const guide of guides.values()) {
    const day = means.now().toZonedDateTimeISO(guide.city.timeZone).toPlainDate().subtract({ days: 1 })
    const there = await dataFiles.ofCity(means.store.of(guide.city.id))
    for (const what of wantedOf(day)) {
      const isThere = there.some(
        (one) => one.day.equals(day) && one.locale === what.locale && one.format === what.format,
      )
      if (!isThere && (await writeOne(parts, guide, what))) written += 1
    }
    await means.files.remove(
      await dataFiles.forgetBefore(means.store.of(guide.city.id), day.subtract({ days: daysKept - 1 })),
    )
  }
  const orphans = await removeOrphans(parts)
  log.info({ written, orphans }, 'Wrote open data')
}

function wantedOf(day: Temporal.PlainDate): readonly What[] {
  const formats = Object.keys(dataFormats) as DataFormatName[] // safe: the keys of a constant
  return locales.flatMap((locale) => formats.map((format) => ({ day, locale, format })))
}

/** Stored first and told of then: nobody is led to a file that is not whole. */
async function writeOne({ means, addresses }: WriteParts, guide: Guide, what: What): Promise<boolean> {
  const { day, locale, format } = what
  const { city } = guide
  const tx = means.store.of(city.id)
  const key = `${folder}${city.id}/${means.mint.secret()}.${format}.gz`
  const until = day.add({ days: 1 }).toZonedDateTime(city.timeZone).toInstant()
  const hash = createHash('sha256')
  let [reports, bytes] = [0, 0]

  async function* counted(pages: AsyncIterable<readonly PublishedReport[]>) {
    for await (const page of pages) {
      reports += page.length
      yield page
    }
  }
  async function* measured(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  const telling = {
    ...{ t: say(locale), guide },
    addressOf: (number: number) => addresses.report(city.id, number, locale),
  }
  await pipeline(
    dataFile(dataFormats[format], counted(allPublished(tx, { until })), telling),
    createGzip(),
    (zipped: AsyncIterable<Uint8Array>) =>
      means.files.put(
        key,
        Readable.toWeb(Readable.from(measured(zipped))) as ReadableStream<Uint8Array>,
        'application/gzip',
      ),
  )
  const file = { ...what, key, reports, bytes, sha256: hash.digest('hex'), writtenAt: means.now() }
  const isFirst = await dataFiles.keep(tx, file)
  if (!isFirst) await means.files.remove([key])
  return isFirst
}

const folder = 'open-data/'

/** Stored by a process that died before it told of it. Only old ones: a file is stored shortly before its row is written. */
async function removeOrphans({ means: { store, files, now } }: WriteParts): Promise<number> {
  const before = now().subtract({ hours: 24 })
  const old: string[] = []
  for await (const { key, modified } of files.list(folder))
    if (Temporal.Instant.compare(modified, before) < 0) old.push(key)
  const known = await dataFiles.knownKeys(store.whole, old)
  const orphans = old.filter((key) => !known.has(key))
  await files.remove(orphans)
  return orphans.length
}
