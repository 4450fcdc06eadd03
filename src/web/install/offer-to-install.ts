/** Chromium's, which says that the browser can install the page (it stands in no specification yet). */
type InstallPrompt = Event & { prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }> }

/** Kept on the device for good. */
const declined = 'install-declined'

/**
 * Installing is offered where a page offers it, and nowhere else: a browser's own bar over a page that somebody has just
 * come to is held back. Who has said no, or has the app, is not asked again.
 */
export function offerToInstall(isInstalled: boolean): void {
  const offer = document.querySelector<HTMLElement>('[data-install-offer]')
  const button = document.querySelector<HTMLButtonElement>('[data-install]')
  const not = offer?.querySelector<HTMLButtonElement>('[data-install-not]')
  const put = () => offer?.remove()
  let kept: InstallPrompt | null = null

  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    kept = event as InstallPrompt // safe: the only event of the name
    if (button) button.hidden = false
  })
  addEventListener('appinstalled', () => {
    put()
    if (button) button.hidden = true
  })
  button?.addEventListener('click', async () => {
    const asked = kept
    kept = null
    button.hidden = true
    const answer = await asked?.prompt()
    if (answer?.outcome === 'dismissed') decline()
    if (answer) put()
  })
  not?.addEventListener('click', () => {
    decline()
    put()
  })
  if (not) not.hidden = false
  if (isInstalled || hasDeclined()) put()
}

function decline(): void {
  try {
    localStorage.setItem(declined, 'yes')
  } catch {
    // A browser that keeps nothing asks again.
  }
}

function hasDeclined(): boolean {
  try {
    return localStorage.getItem(declined) !== null
  } catch {
    return false
  }
}
