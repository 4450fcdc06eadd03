import type { Point } from '#src/domain/report.ts'
import type { PhotoWord } from './photo-words.ts'
import type { Speak } from './speak.ts'

/** Asks, once, whether the point may go where a photo was taken; nothing of it leaves the device before the answer. */
export function offerPlace(root: HTMLElement, form: HTMLFormElement, say: Speak<PhotoWord>): (point: Point) => void {
  const box = root.querySelector<HTMLElement>('[data-photo-place]')
  const said = root.querySelector('[data-photo-said]')
  let offered: Point | null = null
  let isAnswered = false
  const answer = () => {
    isAnswered = true
    if (box) box.hidden = true
    root.querySelector<HTMLInputElement>('input[type="file"]')?.focus()
  }
  root.querySelector('[data-place-no]')?.addEventListener('click', answer)
  root.querySelector('[data-place-yes]')?.addEventListener('click', () => {
    form.dispatchEvent(new CustomEvent('offer-place', { detail: offered }))
    answer()
    said?.replaceChildren(say('files.place_taken'))
    said?.classList.replace('hidden-words', 'soft')
  })
  return (point) => {
    const takesPlace = form.querySelector('input[name="lng"]') !== null
    if (isAnswered || offered || !takesPlace || !box) return
    offered = point
    box.hidden = false
  }
}
