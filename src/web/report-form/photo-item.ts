import type { PhotoWord } from './photo-words.ts'
import type { Speak } from './speak.ts'

/** One file in the list, from being picked to being the form's. */
export type PhotoItem = {
  readonly element: HTMLLIElement
  readonly remove: HTMLButtonElement
  picture(picture: HTMLElement): void
  says(words: string): void
  /** It is ready, and others go before it. */
  waits(): void
  /** So much of it is made smaller, then out: shares from 0 to 1. */
  shrinks(share: number): void
  isOut(share: number): void
  isTaken(id: string): void
  isRefusedWith(words: string): void
}

/** A file that is on its way. */
export function photoItem(name: string, say: Speak<PhotoWord>): PhotoItem {
  const element = document.createElement('li')
  element.className = 'photo-item is-sending'
  const blank = document.createElement('span')
  blank.className = 'photo-blank'
  const words = document.createElement('span')
  words.textContent = say('files.waiting')
  const progress = document.createElement('progress')
  progress.max = 1
  progress.value = 0
  progress.setAttribute('aria-label', name)
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.className = 'photo-remove'
  remove.setAttribute('aria-label', say('files.remove_named', { name }))
  remove.textContent = '✕'
  element.append(blank, progress, words, remove)

  return {
    element,
    remove,
    picture: (picture) => element.firstElementChild?.replaceWith(picture),
    says: (sentence) => {
      words.textContent = sentence
    },
    waits: () => {
      progress.value = 0
      words.textContent = say('files.waiting')
    },
    shrinks: (share) => {
      progress.value = share
      words.textContent = say('files.shrinking', { percent: Math.floor(share * 100) })
    },
    isOut: (share) => {
      progress.value = share
      words.textContent = share < 1 ? say('files.sending', { percent: Math.floor(share * 100) }) : say('files.checking')
    },
    isTaken: (id) => {
      element.classList.remove('is-sending')
      element.dataset.media = id
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = 'media'
      field.value = id
      element.append(field)
      progress.remove()
      words.remove()
    },
    isRefusedWith: (sentence) => {
      element.classList.remove('is-sending')
      element.classList.add('is-refused')
      words.textContent = say('files.refused', { name, why: sentence })
    },
  }
}
