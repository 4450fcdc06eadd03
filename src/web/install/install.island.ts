import { countOnIcon } from './count-on-icon.ts'
import { nameSplash } from './name-splash.ts'
import { offerToInstall } from './offer-to-install.ts'

/** Capacitor's bridge stands in the pages of an app from a store alone; what they do for it is loaded there alone. */
const isInShell = 'Capacitor' in window
/** The app runs in a window of its own. */
const isInstalled =
  isInShell ||
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

offerToInstall(isInstalled)
if (!isInstalled) nameSplash()
if (isInShell) void import('./shell/in-shell.ts').then(({ inShell }) => inShell())
// When the page is whole: nothing that it needs waits for a figure.
const begin = () => setTimeout(countOnIcon, 0)
if (isInstalled) {
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
