import { characters } from '#src/domain/words.ts'
import type { FormWord } from './form-settings.ts'
import type { Speak } from './speak.ts'

/** Characters left from which on it is worth saying. */
const near = 500

/** Says how much room the description has left, once it matters. */
export function countCharacters(form: HTMLFormElement, say: Speak<FormWord>): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-counted]')) {
    const area = part.querySelector('textarea')
    const count = part.querySelector('[data-count]')
    const most = Number(part.dataset.counted)
    const show = () => {
      const left = most - characters(area?.value.trim() ?? '')
      const words =
        left < 0 ? say('form.over', { count: -left }) : left <= near ? say('form.left', { count: left }) : ''
      count?.replaceChildren(words)
    }
    form.addEventListener('input', show)
    show()
  }
}
