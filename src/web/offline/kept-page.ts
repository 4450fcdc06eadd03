import { type Locale, languageTags } from '#src/domain/locale.ts'
import { marksOf } from './page-marks.ts'
import { worker } from './worker-scope.ts'
import type { WorkerWord } from './worker-settings.ts'

/** When it came from the server (ISO), and what else its keeper notes. */
const noted = { at: 'kept-at', since: 'kept-since' } as const

/** The answer as it is kept: read already, with a note of when. */
export function toKeep(html: string, answer: Response, now: Date, since = ''): Response {
  const headers = new Headers(answer.headers)
  // The bytes were unpacked on the way.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set(noted.at, now.toISOString())
  headers.set(noted.since, since)
  return new Response(html, { headers })
}

export function keptAt(kept: Response): Date {
  return new Date(kept.headers.get(noted.at) ?? 0)
}

export function keptSince(kept: Response): string | null {
  return kept.headers.get(noted.since)
}

/** A page of ours, whole, from a cache; what a full or failing disk left of one is none. */
export async function findPage(cache: Cache, address: string): Promise<Response | undefined> {
  const page = await cache.match(address)
  const html = await page?.clone().text()
  return html && marksOf(html) && html.endsWith('</html>') ? page : undefined
}

/** Why a page comes from this device: nobody answered, somebody is too slow, it is another page than was asked for, or instead of a form's answer. */
export type Why = Exclude<WorkerWord, 'offline.again' | 'offline.back' | 'offline.returned'>

const outOfDate: readonly Why[] = ['offline.from', 'offline.slow']

/**
 * The kept page as it is shown: it says that it is from a moment ago and from when, and its forms have keys that no
 * form had before, so that each makes something of its own. `back`: where the form is that could not be sent.
 */
export async function asShown(kept: Response, why: Why, now: Date, back = ''): Promise<Response> {
  const html = await kept.text()
  const locale: Locale = marksOf(html)?.locale === 'en' ? 'en' : 'uk'
  const words = worker.openCity.words[locale]
  const time = timeOf(keptAt(kept), now, locale)
  const said = words[why].replace('{time}', time)
  // Instead of the page that was asked for, there is none to say this of.
  const returned = outOfDate.includes(why)
    ? ` data-returned="${words['offline.returned'].replace('{time}', time)}"`
    : ''
  const at = back.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const wayOn = back
    ? `<a data-back href="${at}">${words['offline.back']}</a>`
    : `<a href="">${words['offline.again']}</a>`
  const notice = `<p class="kept-notice" role="status" data-kept${returned}><span>${said}</span> ${wayOn}</p>`
  const shown = html
    .replace('<main id="main"', (main) => notice + main)
    // Another language's form is asked for as people ask for it, with a key of its own.
    .replace(/(href="[^"]*)\?blank"/g, '$1"')
    .replace(/name="key" value(?:="[^"]*")?/g, () => `name="key" value="${newKey()}"`)
  const headers = new Headers(kept.headers)
  return new Response(shown, { headers })
}

function timeOf(at: Date, now: Date, locale: Locale): string {
  const time = at.toLocaleTimeString(languageTags[locale], { hour: '2-digit', minute: '2-digit' })
  if (at.toDateString() === now.toDateString()) return time
  return `${time}, ${at.toLocaleDateString(languageTags[locale], { day: 'numeric', month: 'long' })}`
}

/** A random UUID; browsers of 2020 have no `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => {
    const versioned = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    return versioned.toString(16).padStart(2, '0')
  })
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
