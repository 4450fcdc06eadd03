import { shellHere } from '../ui/shell.ts'
import { countOnIcon } from './count-on-icon.ts'
import { offerToInstall } from './offer-to-install.ts'

/** The app runs in a window of its own. */
const shell = shellHere()
const isInstalled =
  shell !== null ||
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

offerToInstall(isInstalled)
if (shell) void import('./shell/in-shell.ts').then(({ inShell }) => inShell(shell))
// When the page is whole: nothing that it needs waits for a figure.
const begin = () => setTimeout(countOnIcon, 0)
if (isInstalled) {
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
