import { bringBuilt } from './built-files.ts'
import { findPage, keptAt, keptSince, toKeep } from './kept-page.ts'
import { alongWith, marksOf, ownReportsIn, type PageMarks } from './page-marks.ts'
import { forgetOthers, holds, shelfOf, shelves } from './shelves.ts'
import { worker } from './worker-scope.ts'

/** Milliseconds within which a page that nobody asked for is not asked for again. */
const freshFor = 60 * 60 * 1000

/** As many pages as somebody may want to look at again. */
const most = {
  /** Looked at by everyone, and by a person. */
  seen: 20,
  personal: 100,
  /** Of one list, narrowed in ways of its own each. */
  alike: 8,
  /** Reports of one's own, those of an officer's list, and those of each other list of theirs. */
  own: 10,
  atWork: 30,
  nearby: 10,
} as const

/**
 * Keeps a page that came, as far as it may be kept, and makes ready what belongs to it. What is drawn for another person
 * goes first. `isStill`: the device is with who had it when the page was asked for; else it belongs to nobody here.
 */
export async function keepPage(answer: Response, now: Date, isStill: () => boolean): Promise<void> {
  if (!isPage(answer)) return
  const html = await answer.text()
  const marks = marksOf(html)
  if (!marks || !isStill()) return
  await forgetOthers(marks.viewer)
  const address = addressToKeep(marks, answer.url)
  if (address) await put(html, answer, address, marks, now)
  await makeReady(marks, now)
  if (marks.viewer) await keepOwn(marks, address, html, now, isNews(answer.url))
  if (marks.viewer && address && isDayList(address)) await keepDay(html, marks.viewer, now)
  await bringBuilt()
}

/** An officer's list, whose reports go along into the street; on a link that saves data, only those that are opened. */
function isDayList(address: string): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
  return /\/desk(?:\?|$)/.test(address) && connection?.saveData !== true
}

/** The page that says that something of the person's was just sent or done. */
function isNews(url: string): boolean {
  return ['sent', 'done'].some((name) => new URL(url).searchParams.has(name))
}

function isPage(answer: Response): boolean {
  return answer.status === 200 && !answer.redirected && /^text\/html\b/.test(answer.headers.get('content-type') ?? '')
}

/** A page names its address, not the one it was asked for by: that may say what was just done. */
function addressToKeep({ keep }: PageMarks, url: string): string | null {
  if (keep === null) return null
  const { pathname, search } = new URL(url)
  return keep === pathname + search ? keep : null
}

async function put(
  html: string,
  answer: Response,
  address: string,
  { viewer, ready }: PageMarks,
  now: Date,
): Promise<void> {
  const shelf = viewer ? shelfOf(viewer) : ready.includes(address) ? shelves.ready : shelves.seen
  const cache = await caches.open(shelf)
  await cache.put(address, toKeep(html, answer, now))
  if (viewer && !holds(viewer)) await caches.delete(shelf)
  if (shelf === shelves.ready) return
  await dropOldest(cache, await cache.keys(address, { ignoreSearch: true }), most.alike)
  await dropOldest(cache, await cache.keys(), viewer ? most.personal : most.seen)
}

async function dropOldest(cache: Cache, kept: readonly Request[], many: number): Promise<void> {
  await Promise.all(kept.slice(0, Math.max(0, kept.length - many)).map((old) => cache.delete(old)))
}

/** Asked for as nobody: what is kept for everyone must not know who holds the phone. */
async function makeReady({ ready }: PageMarks, now: Date): Promise<void> {
  const cache = await caches.open(shelves.ready)
  for (const address of ready) {
    const kept = await findPage(cache, address)
    if (kept && isFresh(kept, now)) continue
    const tag = kept?.headers.get('etag')
    const answer = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      headers: { accept: 'text/html', ...(tag ? { 'if-none-match': tag } : {}) },
    })
    if (answer.status === 304 && kept) await cache.put(address, toKeep(await kept.text(), kept, now))
    else if (isPage(answer)) await cache.put(address, toKeep(await answer.text(), answer, now))
  }
}

/** The person's own page, and the last state of the reports that it lists. */
async function keepOwn(
  { viewer, locale }: PageMarks,
  address: string | null,
  html: string,
  now: Date,
  isNews: boolean,
): Promise<void> {
  const mine = worker.openCity.mine[locale]
  if (!viewer || !mine) return
  const cache = await caches.open(shelfOf(viewer))
  const kept = await findPage(cache, mine)
  if (address !== mine && kept && isFresh(kept, now) && !isNews) return
  const list = address === mine ? html : await ownPage(mine, viewer, now)
  await keepListed(list ?? '', viewer, most.own, now)
}

/** The list that an officer looks at with its reports, and the other lists of their day. */
async function keepDay(html: string, viewer: string, now: Date): Promise<void> {
  await keepListed(html, viewer, most.atWork, now)
  const cache = await caches.open(shelfOf(viewer))
  for (const address of alongWith(html)) {
    const kept = await findPage(cache, address)
    if (!holds(viewer) || (kept && isFresh(kept, now))) continue
    await keepListed((await ownPage(address, viewer, now)) ?? '', viewer, most.nearby, now)
  }
}

/** The last state of the reports that a page lists: asked for where that has changed. */
async function keepListed(html: string, viewer: string, many: number, now: Date): Promise<void> {
  if (!holds(viewer)) return
  const cache = await caches.open(shelfOf(viewer))
  for (const { address, since } of ownReportsIn(html).slice(0, many)) {
    const before = await findPage(cache, address)
    if (before && keptSince(before) === since) continue
    if (!holds(viewer)) return
    const page = await ownPage(address, viewer, now, since)
    for (const along of alongWith(page ?? '')) await ownPage(along, viewer, now)
  }
}

/** The text of a page drawn for this person, kept; null when it is not that any more, or the device is another's by now. */
async function ownPage(address: string, viewer: string, now: Date, since = ''): Promise<string | null> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  const html = isPage(answer) ? await answer.text() : ''
  if (marksOf(html)?.viewer !== viewer || !holds(viewer)) return null
  const cache = await caches.open(shelfOf(viewer))
  await cache.put(address, toKeep(html, answer, now, since))
  if (holds(viewer)) return html
  // They left while it was written.
  await caches.delete(shelfOf(viewer))
  return null
}

function isFresh(kept: Response, now: Date): boolean {
  const age = now.getTime() - keptAt(kept).getTime()
  return age >= 0 && age < freshFor
}
