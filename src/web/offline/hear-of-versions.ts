import type { BarSettings } from './bar-settings.ts'
import type { Asked } from './take-over.ts'

/**
 * Puts the worker in place, and lets a newer one take over: by itself where nobody writes, else at a tap. The page that
 * was tapped on is loaded anew; what was typed is kept as a draft.
 */
export async function hearOfVersions(bar: HTMLElement, { worker, words }: BarSettings): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  let isTapped = false
  navigator.serviceWorker.addEventListener('controllerchange', () => isTapped && location.reload())
  try {
    const registration = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' })
    const ask = (asked: Asked) => registration.waiting?.postMessage(asked)
    const offer = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return
      ask('take_over_if_idle')
      if (document.querySelector('main form[method="post"]')) showOffer(() => ask('take_over'))
    }
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer)
    })
    offer()
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
    button.addEventListener('click', () => {
      isTapped = true
      take()
    })
    said.append(words['offline.new_version'], ' ', button)
    bar.append(said)
  }
}
