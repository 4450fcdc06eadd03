import type { FormWord } from './form-settings.ts'
import { matches } from './matches.ts'
import type { Speak } from './speak.ts'

/** Finds a category by a word, names the chosen one on its folded group, and shows its questions in browsers that need help. */
export function chooseCategory(form: HTMLFormElement, say: Speak<FormWord>): void {
  const groups = [...form.querySelectorAll<HTMLDetailsElement>('details.group')]
  const filter = form.querySelector<HTMLInputElement>('#category-filter')
  const found = form.querySelector('[data-category-found]')
  const box = form.querySelector<HTMLElement>('[data-category-filter]')

  form.addEventListener('change', () => show(form, groups, say))
  show(form, groups, say)
  if (!filter || !box) return
  box.hidden = false
  filter.addEventListener('input', () => {
    const count = narrow(groups, filter.value)
    found?.replaceChildren(
      count === null ? '' : count > 0 ? say('form.filter_found', { count }) : say('form.filter_none'),
    )
  })
  // Enter here looks for a word: it does not send the form.
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
}

function show(form: HTMLFormElement, groups: readonly HTMLDetailsElement[], say: Speak<FormWord>): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('.kind > .choice > input, .option > .choice > input'))
    radio.closest('.kind, .option')?.classList.toggle('chosen', radio.checked)
  for (const group of groups) {
    const category = group.querySelector('.kind.chosen > .choice')?.textContent
    const words = category ? say('form.chosen', { category }) : ''
    group.querySelector('[data-group-chosen]')?.replaceChildren(words)
  }
}

/** Leaves only what has the words, unfolded; without words, all as it was. How many are left, or null without words. */
function narrow(groups: readonly HTMLDetailsElement[], words: string): number | null {
  const isAsked = words.trim() !== ''
  let count = 0
  for (const group of groups) {
    const name = group.querySelector('summary > span')?.textContent ?? ''
    let here = 0
    for (const kind of group.querySelectorAll<HTMLElement>('[data-kind]')) {
      const own = kind.querySelector('.choice > span, b')?.textContent ?? ''
      kind.hidden = isAsked && !matches(`${name} ${own}`, words)
      here += kind.hidden ? 0 : 1
    }
    // Groups of one name fold each other: not while several have what is looked for.
    if (isAsked) group.removeAttribute('name')
    else group.setAttribute('name', 'group')
    group.hidden = here === 0
    group.open = isAsked ? here > 0 : group.querySelector('.kind.chosen') !== null
    count += here
  }
  return isAsked ? count : null
}
