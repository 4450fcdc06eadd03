import { buffer } from 'node:stream/consumers'
import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Point } from '#src/domain/report.ts'
import type { Printed } from '#src/outside/document/document.ts'
import type { Files } from '#src/outside/files.ts'
import { forPrint } from '#src/outside/media/for-print.ts'
import { find, type PublicMedia, type PublicReport } from '#src/store/public-reports.ts'
import type { Store } from '#src/store/store.ts'
import { type Appealed, messageDocument } from './message-document.ts'

export type MessageParts = {
  readonly store: Store
  readonly files: Files
  /** The whole address of a report's page. */
  readonly pageOf: (city: CityId, number: number, locale: Locale) => string
  /** A place on the city's streets, as everyone may see it, and whose streets those are. */
  readonly placePicture: (guide: Guide, place: Point) => Promise<{ readonly png: Uint8Array; readonly sources: string }>
}

export type Asked = {
  readonly guide: Guide
  readonly number: number
  readonly locale: Locale
  readonly appeal?: Appealed
}

/** The electronic message of a report as a PDF; null when there is no such report, or the public may not see it. */
export type MakeMessage = (asked: Asked) => Promise<Uint8Array | null>

const mostPhotos = 4
/** Pixels: sharp in print at the size they are drawn, and light enough for a letter. */
const photoBox = { width: 480, height: 480 }
const mapBox = { width: 840, height: 840 }

/** Made of what the public may see, whose views have no private column; who appealed is handed in by who may know. */
export function messagesFrom({ store, files, pageOf, placePicture }: MessageParts): MakeMessage {
  const mapOf = async (guide: Guide, { location }: PublicReport) => {
    if (!location) return null
    const { png, sources } = await placePicture(guide, location)
    return { picture: await forPrint(png, mapBox), sources }
  }
  const printed = async ({ key }: PublicMedia): Promise<readonly Printed[]> => {
    const stored = await files.get(`media/${key}/960.webp`)
    return stored ? [await forPrint(await buffer(stored.body), photoBox)] : []
  }

  return async ({ guide, number, locale, appeal = null }) => {
    const report = await find(store.of(guide.city.id), number)
    if (!report) return null
    const shown = sentWith(report)
    const [map, photos] = await Promise.all([
      mapOf(guide, report),
      Promise.all(shown.slice(0, mostPhotos).map(printed)),
    ])
    const url = pageOf(guide.city.id, number, locale)
    // A start need not wait for what makes a PDF.
    const { drawDocument } = await import('#src/outside/document/draw-document.ts')
    return drawDocument(
      messageDocument({ guide, report, locale, url, appeal, map, photos: photos.flat(), photoCount: shown.length }),
    )
  }
}

/** The author's own photos of the problem: those of an answer or a result came later. */
function sentWith({ events, media }: PublicReport): readonly PublicMedia[] {
  const later = new Set(events.filter(({ act }) => act !== 'submitted').map(({ seq }) => seq))
  return media.filter(({ kind, seq }) => kind === 'photo' && !later.has(seq))
}
