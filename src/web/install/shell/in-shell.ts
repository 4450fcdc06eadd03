import { mayShow, tellOnShell } from '../../push/tell-on-shell.ts'
import { shellHere } from '../../ui/shell.ts'
import { inOwnLanguage } from './in-own-language.ts'
import { offerCamera } from './offer-camera.ts'
import { takeHanded } from './take-handed.ts'

/** Kept until the app is closed. */
const started = 'app-started'

/** What a page does for the app around it, where one from a store shows it. */
export async function inShell(): Promise<void> {
  const shell = shellHere()
  const isStart = sessionStorage.getItem(started) === null
  sessionStorage.setItem(started, 'yes')
  // What the phone has to say waits until a page listens: so nothing listens on a page that is left at once.
  if (inOwnLanguage(isStart)) return

  shell.addListener('App', 'appUrlOpen', (what) => open((what as { url?: unknown }).url)) // safe: `open` looks at it
  shell.addListener('PushNotifications', 'pushNotificationActionPerformed', (what) => {
    const { notification } = what as { notification?: { data?: { url?: unknown } } } // safe: `open` looks at it
    open(notification?.data?.url)
  })
  if (shell.getPlatform() === 'android') offerCamera()
  await takeHanded(shell)
  if (isStart && (await mayShow(shell)) === 'granted') await tellOnShell(shell, { register: '/me/devices', add: [] })
}

/** Opens a page of this site; what else a phone may name is none of the app's. */
function open(address: unknown): void {
  const link = document.createElement('a')
  link.href = typeof address === 'string' ? address : ''
  if (link.origin === location.origin && link.href !== location.href) location.assign(link.href)
}
