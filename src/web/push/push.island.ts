import type { PushSettings } from './push-settings.ts'
import { inBase64, tellServer } from './tell-server.ts'

const place = document.querySelector<HTMLElement>('[data-push]')
if (place) void begin(place, JSON.parse(place.dataset.push ?? '') as PushSettings) // safe: `PushSwitch` wrote it

async function begin(place: HTMLElement, settings: PushSettings): Promise<void> {
  const button = place.querySelector<HTMLButtonElement>('[data-push-on]')
  const said = place.querySelector<HTMLElement>('[data-push-said]')
  if (!button || !said) return
  const offer = place.closest<HTMLElement>('[data-push-offer]')
  const say = (words: string) => {
    said.textContent = words
    if (offer) offer.hidden = false
  }
  if ('Capacitor' in window) {
    const { offerInShell } = await import('./push-shell.ts')
    return offerInShell(settings, { button, offer, say })
  }
  if (!canShow()) {
    // Only a site on the home screen may, there.
    if (isApple()) say(settings.words.homeScreen)
    return
  }
  if (settings.knownBy !== null && Notification.permission === 'granted' && (await isAsKnown(settings))) return

  if (offer) offer.hidden = Notification.permission === 'denied'
  said.textContent = ''
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    const done = await turnOn(settings)
    button.disabled = false
    button.hidden = done === 'on'
    say(settings.words[done])
  })
}

/** The browser is reached as the server knows it; where it was given another address or is to trust another key, it says so. */
async function isAsKnown(settings: PushSettings): Promise<boolean> {
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.getSubscription()
  const trusted = subscription && inBase64(subscription.options.applicationServerKey)
  if (trusted === settings.key && settings.knownBy && subscription?.endpoint.endsWith(settings.knownBy)) return true
  return (await turnOn(settings)) === 'on'
}

async function turnOn(settings: PushSettings): Promise<'on' | 'denied' | 'failed'> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied'
    await navigator.serviceWorker.register(settings.worker, { updateViaCache: 'none' })
    const { pushManager } = await navigator.serviceWorker.ready
    const subscription = await subscribed(pushManager, settings.key)
    return (await tellServer(settings.register, subscription, settings.add)) ? 'on' : 'failed'
  } catch {
    return Notification.permission === 'denied' ? 'denied' : 'failed'
  }
}

async function subscribed(manager: PushManager, key: string): Promise<PushSubscription> {
  const earlier = await manager.getSubscription()
  if (earlier && inBase64(earlier.options.applicationServerKey) === key) return earlier
  // A browser trusts one key at a time.
  await earlier?.unsubscribe()
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function canShow(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}
