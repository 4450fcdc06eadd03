import { savesData } from '../ui/saves-data.ts'
import { keepPage } from './keep-pages.ts'
import { asShown, findPage } from './kept-page.ts'
import { pageInstead } from './page-instead.ts'
import { marksOf } from './page-marks.ts'
import { holding, shelvesToLookIn } from './shelves.ts'
import type { FetchOfPage } from './worker-scope.ts'

/** Milliseconds: a link that is dead says nothing for minutes, and nobody waits so long for a page that is at hand. */
const patience = 3000

/** Answers of a proxy whose server is not there. */
export const notOurs: readonly number[] = [502, 503, 504]

/** The page from the server; where that does not come in time or at all, as it was last seen here, which it says. */
export async function answerPage(event: FetchOfPage): Promise<Response> {
  const { request } = event
  const kept = findKept(new URL(request.url)).catch(() => null)
  const isStill = holding()
  const asked = fetch(request)
  // First of all that hear of the answer: a copy can be had only before it is read.
  event.waitUntil(asked.then((answer) => keepPage(answer.clone(), new Date(), isStill)).catch(forgiven))
  const orNone: Promise<Response | 'late' | null> = asked.catch(() => null)
  const came = await Promise.race([
    orNone,
    kept.then(async (found) => ((await isAtHand(found)) ? after(patience) : orNone)),
  ])
  if (came instanceof Response && !notOurs.includes(came.status)) return came

  const found = await kept
  if (found?.isAnother) return asShown(found.page, 'offline.near', new Date())
  if (found) return asShown(found.page, came === 'late' ? 'offline.slow' : 'offline.from', new Date())
  const instead = came === null ? await pageInstead(new URL(request.url)) : undefined
  return instead ? asShown(instead, 'offline.not_kept', new Date()) : asked
}

type Found = {
  readonly page: Response
  /** False where something that was asked for besides is not in it. */
  readonly isAsAsked: boolean
  /** A list narrowed otherwise, or another part of it. */
  readonly isAnother?: true
}

/** While a link is slow, a page whose pictures it would bring is not what a browser that saves data waits for. */
async function isAtHand(found: Found | null): Promise<boolean> {
  if (!found?.isAsAsked) return false
  return !savesData() || marksOf(await found.page.clone().text())?.hasPictures === false
}

/** As it was asked for, or the form as it is kept; else what is nearest: a report come to another way, another list. */
async function findKept({ pathname, search }: URL): Promise<Found | null> {
  const all = await shelvesToLookIn()
  for (const cache of all) {
    const exact = await findPage(cache, pathname + search)
    if (exact) return { page: exact, isAsAsked: true }
    const form = await findPage(cache, `${pathname}?blank`)
    if (form) return { page: form, isAsAsked: !search }
  }
  for (const cache of all) {
    const near = (await findPage(cache, pathname)) ?? (await lastUnder(cache, pathname))
    if (near) return { page: near, isAsAsked: false, ...(isOfOne(pathname) ? {} : { isAnother: true }) }
  }
  return null
}

/** What is kept under this path last, whatever it was narrowed to. */
async function lastUnder(cache: Cache, pathname: string): Promise<Response | undefined> {
  const alike = await cache.keys(pathname, { ignoreSearch: true })
  for (const one of [...alike].reverse()) {
    const page = await findPage(cache, one.url)
    if (page) return page
  }
  return undefined
}

/** A report is the same whatever list it was come to from. */
function isOfOne(pathname: string): boolean {
  return /\/\d+$/.test(pathname)
}

function after(milliseconds: number): Promise<'late'> {
  return new Promise((resume) => setTimeout(resume, milliseconds, 'late'))
}

/** Keeping is a favour: a full device, or a connection that goes meanwhile, breaks no page. */
function forgiven(): void {}
