import type { BarSettings } from './bar-settings.ts'
import type { Asked } from './take-over.ts'

/**
 * Puts the worker in place, and lets a newer one take over: by itself where nobody writes, else at a tap. The page that
 * was tapped on is loaded anew; what was typed into a new report is kept as a draft.
 */
export async function hearOfVersions(bar: HTMLElement, { worker, words }: BarSettings): Promise<void> {
  const anew = () => location.reload()
  // What this page would load has gone from a server that is newer: only the page anew names what is there.
  addEventListener('vite:preloadError', async () => {
    const isAnswered = await fetch(worker, { method: 'HEAD', cache: 'no-store' }).catch(() => null)
    if (isAnswered?.ok) showOffer(anew)
  })
  if (!('serviceWorker' in navigator)) return
  let isTapped = false
  navigator.serviceWorker.addEventListener('controllerchange', () => isTapped && anew())
  try {
    const registration = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' })
    const ask = (asked: Asked) => registration.waiting?.postMessage(asked)
    const take = () => {
      isTapped = true
      if (registration.waiting) ask('take_over')
      else anew()
    }
    const offer = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return
      ask('take_over_if_idle')
      if (isWriting()) showOffer(take)
    }
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer)
    })
    offer()
    // A form may lie open for days.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void registration.update().catch(() => undefined)
    })
  } catch {
    // Private windows and full devices have none: everything works, with a connection.
  }

  function showOffer(take: () => void): void {
    if (bar.querySelector('[data-new-version]')) return
    const said = document.createElement('p')
    said.dataset.newVersion = ''
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button quiet small'
    button.textContent = words['offline.update']
    button.addEventListener('click', take)
    // Of all forms that of a new report alone is kept as it is typed.
    const isLost = isWriting() && !document.querySelector('[data-report-form]')
    said.append(words[isLost ? 'offline.new_version_later' : 'offline.new_version'], ' ', button)
    bar.append(said)
  }
}

function isWriting(): boolean {
  return document.querySelector('main form[method="post"]') !== null
}
