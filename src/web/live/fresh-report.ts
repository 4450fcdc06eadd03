import { hasWords, isBusy, touched, watchForms } from './at-work.ts'
import type { LiveSettings } from './settings.ts'

/** Where the reader is told: by a button to be pressed, or aloud. */
type Places = { readonly button: HTMLButtonElement; readonly said: HTMLElement }

const partsOf = (page: Document) => [...page.querySelectorAll<HTMLElement>('[data-live-part]')]
const nameOf = (part: HTMLElement) => part.dataset.livePart ?? ''

/** Forms carry the number of the last change that their reader saw. */
function nowSeen(fresh: Document): void {
  const seenIn = (page: Document) => page.querySelectorAll<HTMLInputElement>('input[name="seen"]')
  const newest = seenIn(fresh)[0]?.value
  if (newest) for (const input of seenIn(document)) input.value = newest
}

/**
 * Puts what changed of a report in the place of what stood there. Whoever is busy on the page, or is offered acts that
 * may be out of date, is told and decides; what they typed stays whatever they do. Null: the page is there no more.
 */
export function reportKeeper({ words, offersActs, page }: LiveSettings) {
  watchForms()
  // As the server wrote them, whatever scripts and the reader made of them since.
  const written = new Map(partsOf(document).map((part) => [nameOf(part), part.innerHTML]))

  const put = (part: HTMLElement) => {
    const name = nameOf(part)
    const place = partsOf(document).find((one) => nameOf(one) === name)
    if (!place || [...touched].some((form) => place.contains(form))) return
    written.set(name, part.innerHTML)
    place.replaceChildren(...part.childNodes)
  }

  return (fresh: Document | null, { button, said }: Places): void => {
    const changed = fresh ? partsOf(fresh).filter((part) => written.get(nameOf(part)) !== part.innerHTML) : []
    if (fresh && changed.length === 0) return
    const show = () => {
      button.hidden = true
      changed.forEach(put)
    }
    if (fresh && !offersActs && !isBusy()) {
      show()
      said.textContent = words.updated
      return
    }
    button.textContent = words.changed
    button.hidden = false
    button.onclick = () => {
      if (!fresh || (offersActs && !hasWords())) location.href = page
      else {
        show()
        nowSeen(fresh)
        said.textContent = words.updated
        // The button is gone that was pressed: whoever goes on by keyboard begins with the report.
        document.getElementById('main')?.focus({ preventScroll: true })
      }
    }
  }
}
