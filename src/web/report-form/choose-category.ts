import type { FormWord } from './form-settings.ts'
import { matches } from './matches.ts'
import type { Speak } from './speak.ts'

/**
 * Finds a category by a word, names the chosen one on its folded group, and shows its questions in browsers that need
 * help. Once one is chosen by finger or mouse, the others make room for the rest of the form.
 */
export function chooseCategory(form: HTMLFormElement, say: Speak<FormWord>): void {
  const groups = [...form.querySelectorAll<HTMLDetailsElement>('details.group')]
  const filter = form.querySelector<HTMLInputElement>('#category-filter')
  const found = form.querySelector('[data-category-found]')
  const box = form.querySelector<HTMLElement>('[data-category-filter]')

  form.addEventListener('change', () => show(form, groups, say))
  show(form, groups, say)
  // By then the browser has put back what was chosen.
  addEventListener('pageshow', () => show(form, groups, say))
  if (!filter || !box) return
  box.hidden = false
  makeRoom(form, groups, box)
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

/** Leaves the chosen category alone, until another is asked for. Keys walk through the choices, so they fold nothing. */
function makeRoom(form: HTMLFormElement, groups: readonly HTMLDetailsElement[], box: HTMLElement): void {
  const part = form.querySelector<HTMLElement>('[data-categories]')
  const change = form.querySelector<HTMLButtonElement>('[data-category-change]')
  const hint = form.querySelector<HTMLElement>('#category-hint')
  if (!part || !change || !hint) return
  const chosen = () => part.querySelector('[name="category"]:checked')?.closest<HTMLElement>('.kind') ?? null
  const fold = (kind: HTMLElement) => {
    const before = kind.getBoundingClientRect().top
    for (const group of groups) group.hidden = !group.contains(kind)
    for (const other of part.querySelectorAll<HTMLElement>('[data-kind]')) other.hidden = other !== kind
    box.hidden = true
    hint.hidden = true
    change.hidden = false
    // What was pressed stays under the finger.
    scrollBy({ top: kind.getBoundingClientRect().top - before, behavior: 'instant' })
  }
  let isByPointer = false
  part.addEventListener('pointerdown', () => {
    isByPointer = true
  })
  part.addEventListener('keydown', () => {
    isByPointer = false
  })
  part.addEventListener('change', ({ target }) => {
    const kind = chosen()
    if (isByPointer && kind && target instanceof HTMLInputElement && target.name === 'category') fold(kind)
  })
  change.addEventListener('click', () => {
    const kind = chosen()
    change.hidden = true
    box.hidden = false
    hint.hidden = false
    const filter = box.querySelector('input')
    if (filter) filter.value = ''
    narrow(groups, '')
    kind?.querySelector('input')?.focus()
  })
  const kind = chosen()
  if (kind) fold(kind)
}

/** Leaves only what has the words, unfolded; without words, or where nothing has them, all as it was. How many have them, or null without words. */
function narrow(groups: readonly HTMLDetailsElement[], words: string): number | null {
  const isAsked = words.trim() !== ''
  const found = isAsked ? new Set(groups.flatMap((group) => kindsWith(group, words))) : new Set()
  const isNarrow = found.size > 0
  for (const group of groups) {
    const kinds = [...group.querySelectorAll<HTMLElement>('[data-kind]')]
    for (const kind of kinds) kind.hidden = isNarrow && !found.has(kind)
    const isHere = !isNarrow || kinds.some((kind) => found.has(kind))
    // Groups of one name fold each other: not while several have what is looked for.
    if (isNarrow) group.removeAttribute('name')
    else group.setAttribute('name', 'group')
    group.hidden = !isHere
    group.open = isNarrow ? isHere : group.querySelector('.kind.chosen') !== null
  }
  return isAsked ? found.size : null
}

function kindsWith(group: HTMLDetailsElement, words: string): readonly HTMLElement[] {
  const name = group.querySelector('summary > span')?.textContent ?? ''
  return [...group.querySelectorAll<HTMLElement>('[data-kind]')].filter((kind) => {
    const own = kind.querySelector('.choice > span, b')?.textContent ?? ''
    return matches(`${name} ${own}`, words)
  })
}
