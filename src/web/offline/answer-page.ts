import { savesData } from '../ui/saves-data.ts'
import { keepPage } from './keep-pages.ts'
import { asShown, findPage } from './kept-page.ts'
import { marksOf } from './page-marks.ts'
import { holding, shelves, shelvesToLookIn } from './shelves.ts'
import type { FetchOfPage } from './worker-scope.ts'

/** Milliseconds: a link that is dead says nothing for minutes, and nobody waits so long for a page that is at hand. */
const patience = 3000

/** Answers of a proxy whose server is not there. */
const notOurs: readonly number[] = [502, 503, 504]

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
  if (found) return asShown(found.page, came === 'late' ? 'offline.slow' : 'offline.from', new Date())
  const instead = came === null ? await pageInstead(new URL(request.url)) : undefined
  return instead ? asShown(instead, 'offline.not_kept', new Date()) : asked
}

type Found = { readonly page: Response; readonly isAsAsked: boolean }

/** While a link is slow, a page whose pictures it would bring is not what a browser that saves data waits for. */
async function isAtHand(found: Found | null): Promise<boolean> {
  if (!found?.isAsAsked) return false
  return !savesData() || marksOf(await found.page.clone().text())?.hasPictures === false
}

/** As it was asked for; else under its plain address, or the form as it is kept; of a list, however it was narrowed. */
async function findKept({ pathname, search }: URL): Promise<Found | null> {
  for (const cache of await shelvesToLookIn()) {
    const exact = await findPage(cache, pathname + search)
    if (exact) return { page: exact, isAsAsked: true }
    const near =
      (await findPage(cache, `${pathname}?blank`)) ??
      (await findPage(cache, pathname)) ??
      (search ? undefined : await findPage(cache, pathname, { ignoreSearch: true }))
    if (near) return { page: near, isAsAsked: !search }
  }
  return null
}

/** The page that tells what works without a connection: of the city that the address names, else of any. */
async function pageInstead({ pathname }: URL): Promise<Response | undefined> {
  const cache = await caches.open(shelves.ready)
  const all = (await cache.keys()).filter(({ url }) => new URL(url).pathname.endsWith('/offline'))
  const near = all.find(({ url }) => `${pathname}/`.startsWith(new URL(url).pathname.replace(/offline$/, '')))
  const [instead] = near ? [near] : all
  return instead && cache.match(instead)
}

function after(milliseconds: number): Promise<'late'> {
  return new Promise((resume) => setTimeout(resume, milliseconds, 'late'))
}

/** Keeping is a favour: a full device, or a connection that goes meanwhile, breaks no page. */
function forgiven(): void {}
