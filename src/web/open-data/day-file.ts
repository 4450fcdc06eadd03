import * as dataFiles from '#src/store/data-files.ts'
import type { Context, Handler } from '../context.ts'
import { storedAnswer } from '../stored-answer.ts'

/** A day's file as it was written; `latest` is the newest there is. */
export const dayCsv: Handler<'dayCsv'> = (context) => answer(context, 'csv')
export const dayGeojson: Handler<'dayGeojson'> = (context) => answer(context, 'geojson')

async function answer(context: Context<'dayCsv' | 'dayGeojson'>, format: 'csv' | 'geojson'): Promise<Response> {
  const { request, guide, holes, locale, means, problem } = context
  const all = await dataFiles.ofCity(means.store.of(guide.city.id))
  const file = all.find(
    (one) =>
      one.format === format && one.locale === locale && (holes.day === 'latest' || one.day.toString() === holes.day),
  )
  if (!file) return problem({ kind: 'not_found' })
  const { key, sha256, day } = file
  const headers: [string, string][] = [
    ['content-type', 'application/gzip'],
    ['content-disposition', `attachment; filename="${guide.city.id}-${day}.${format}.gz"`],
    ['cache-control', 'public, max-age=3600'],
    ['access-control-allow-origin', '*'],
  ]
  const stored = await storedAnswer(request, means.files, { key, etag: `"${sha256.slice(0, 32)}"`, headers })
  return stored ?? problem({ kind: 'not_found' })
}
