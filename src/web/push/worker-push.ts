import { countOnIcon } from '../install/count-on-icon.ts'
import type { ChangeOfSubscription, WorkerScope } from '../offline/worker-scope.ts'
import { tellServer } from './tell-server.ts'

/** As the server sends it (`Message`). */
type Message = Readonly<Record<'tag' | 'id' | 'title' | 'body' | 'lang' | 'url', string>>

/** Shows what the server sends to this device, and opens the report that it is about when it is pressed. */
export function takePushes(worker: WorkerScope): void {
  worker.addEventListener('push', (event) => {
    const message = event.data?.json() as Message | undefined // safe: encrypted for this device by our server alone
    if (message) event.waitUntil(Promise.all([show(worker.registration, message), countOnIcon()]))
  })
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(open(worker.clients, (event.notification.data as Message).url))
  })
  worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(worker, event)))
}

/** In the place of what was shown of the same report; without a sound when it is the same message once more. */
async function show(registration: ServiceWorkerRegistration, message: Message): Promise<void> {
  const { tag, id, title, body, lang } = message
  const shown = await registration.getNotifications({ tag })
  const isAgain = shown.some(({ data }) => (data as Message | null)?.id === id)
  const options = { tag, body, lang, data: message, renotify: !isAgain, icon: '/favicon.svg' }
  await registration.showNotification(title, options)
}

/** In the window that shows the page already, else in a new one. */
async function open(clients: WorkerScope['clients'], url: string): Promise<void> {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find((one) => one.url.split(/[?#]/)[0] === url)
  await (there ? there.focus() : clients.openWindow(url))
}

/**
 * The browser gave this device another address, or none any more. Where it does not say what it trusted, or the server
 * can't be asked just now, the next page that offers messages sets it right.
 */
async function renew(worker: WorkerScope, change: ChangeOfSubscription): Promise<void> {
  const trusted = change.oldSubscription?.options.applicationServerKey
  const { pushManager } = worker.registration
  const subscription =
    change.newSubscription ??
    (trusted && (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: trusted })))
  if (subscription) await tellServer(worker.openCity.addDevice, subscription)
}
