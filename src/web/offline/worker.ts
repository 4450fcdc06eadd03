import { sendAll } from '../outbox/send-all.ts'
import { takePushes } from '../push/worker-push.ts'
import { sendResumable } from '../uploads/send-resumable.ts'
import { answerForm, mindsForm } from './answer-form.ts'
import { answerPage } from './answer-page.ts'
import { bringBuilt, builtFile } from './built-files.ts'
import { keepPage } from './keep-pages.ts'
import { partOfMap } from './kept-map.ts'
import { pictureOrSign } from './picture-instead.ts'
import { holding } from './shelves.ts'
import { type Asked, takeOverIfIdle, tidyIfIdle } from './take-over.ts'
import { worker } from './worker-scope.ts'

/*
 * The product on a device without a connection (decision 0050). It answers only for pages, for the build's files and
 * for a city's streets; whatever else is asked goes to the server past it: acts, streams, exports, files of
 * reports. In place of a picture that cannot come it draws a sign.
 */

worker.addEventListener('install', (event) => event.waitUntil(bringBuilt().then(takeOverIfIdle)))
worker.addEventListener('activate', (event) => event.waitUntil(begin()))

takePushes(worker)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== worker.location.origin) return
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(answerPage(event))
  else if (request.mode === 'navigate' && mindsForm(pathname)) event.respondWith(answerForm(request))
  else if (request.destination === 'image' && !navigator.onLine) event.respondWith(pictureOrSign(request))
  else if (request.method !== 'POST' && pathname.startsWith('/assets/')) event.respondWith(builtFile(request))
  else if (request.method !== 'POST' && pathname.startsWith('/basemap/')) event.respondWith(partOfMap(request))
})

worker.addEventListener('message', (event) => {
  const asked = event.data as Asked
  if (asked === 'take_over') event.waitUntil(worker.skipWaiting())
  if (asked === 'take_over_if_idle') event.waitUntil(takeOverIfIdle())
})

worker.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendWaiting(event.lastChance))
})

/** What could not be sent is tried again when the browser thinks best. */
async function sendWaiting(isLastChance: boolean): Promise<void> {
  const isDone = await sendAll({ person: null, patient: true, loadSender: async () => ({ sendResumable }) })
  if (!isDone && !isLastChance) throw new Error('Something still waits to be sent')
}

/** The page through which the worker came was not seen by it: that is the one to begin with. */
async function begin(): Promise<void> {
  await worker.clients.claim()
  await tidyIfIdle()
  const [open] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: false })
  const isStill = holding()
  if (open) await keepPage(await fetch(open.url), new Date(), isStill).catch(() => undefined)
}
