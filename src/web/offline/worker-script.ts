import { createHash } from 'node:crypto'
import { locales } from '#src/domain/locale.ts'
import { catalogues } from '#src/text/catalogue.ts'
import type { Assets } from '../assets.ts'
import { compressed, type Encoding, encodingFor } from '../compressed.ts'
import type { Handler } from '../context.ts'
import { knows } from '../kept-answers.ts'
import { paths } from '../routes.ts'
import { type WorkerSettings, workerWords } from './worker-settings.ts'

/** The service worker, with what this build and its texts make it know: any change of them is a new version of it. */
export function workerScript({ worker }: Pick<Assets, 'worker'>): Handler<'worker'> {
  const settings = settingsFor(worker)
  const script = `self.openCity=${JSON.stringify(settings)};${worker.script}`
  const bodies = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  const etag = `W/"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`
  return async ({ request }) => {
    const headers = new Headers({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      etag,
      vary: 'Accept-Encoding',
    })
    if (knows(request, etag)) return new Response(null, { status: 304, headers })
    const encoding = encodingFor(request.headers.get('accept-encoding'))
    if (!encoding) return new Response(script, { headers })
    headers.set('content-encoding', encoding)
    const body = bodies.get(encoding) ?? compressed(script, encoding, 'hard')
    bodies.set(encoding, body)
    return new Response(await body, { headers })
  }
}

function settingsFor({ files, mapFiles }: Assets['worker']): WorkerSettings {
  const inEach = <Value>(value: (locale: (typeof locales)[number]) => Value) =>
    Object.fromEntries(locales.map((locale) => [locale, value(locale)])) as Record<(typeof locales)[number], Value> // safe: one for each
  const leaving = locales.flatMap((locale) => {
    const to = paths(locale)
    return [to.signOut(), to.signOutEverywhere(), to.eraseMe()]
  })
  return {
    files,
    mapFiles,
    leaving,
    addDevice: paths('uk').addDevice(),
    mine: inEach((locale) => paths(locale).me()),
    words: inEach(
      (locale) =>
        Object.fromEntries(
          workerWords.map((word) => [word, catalogues[locale][word]]),
        ) as WorkerSettings['words']['uk'], // safe: all of them
    ),
  }
}
