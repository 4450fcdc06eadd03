/** What a list offers: the words that are taken, and what else a person sees of it. */
export type Offer = { readonly title: string; readonly kindName: string; readonly note: string | null }

export type Combobox<One extends Offer> = {
  /** Unfolds the list; nothing to offer folds it, and is said in its place. `credits` stand beneath it. */
  readonly show: (offers: readonly One[], credits: readonly string[]) => void
  readonly hide: () => void
}

/**
 * Makes a text field a combobox with a list (WAI-ARIA 1.2, "editable combobox with list autocomplete"): arrows move in
 * the list, Enter takes and never sends the form, Escape folds; the focus never leaves the field.
 */
export function comboboxOn<One extends Offer>(
  input: HTMLInputElement,
  {
    label,
    take,
    said,
  }: { readonly label: string; readonly take: (one: One) => void; readonly said: (count: number) => string },
): Combobox<One> {
  const list = Object.assign(document.createElement('ul'), { id: `${input.id}-list` })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  const credit = Object.assign(document.createElement('p'), { className: 'soft' })
  const box = Object.assign(document.createElement('div'), { className: 'place-offers', hidden: true })
  box.append(list, credit)
  const status = Object.assign(document.createElement('p'), { className: 'hidden-words' })
  status.setAttribute('role', 'status')
  input.after(box, status)
  for (const [name, value] of Object.entries(asCombobox)) input.setAttribute(name, value)
  input.setAttribute('aria-controls', list.id)

  let offers: readonly One[] = []
  let active = -1

  const fold = () => {
    offers = []
    box.hidden = true
    input.setAttribute('aria-expanded', 'false')
    mark(-1)
  }
  const hide = () => {
    fold()
    status.replaceChildren()
  }
  const takeAt = (at: number) => {
    const one = offers[at]
    hide()
    if (one) take(one)
  }

  function mark(at: number): void {
    active = at
    for (const [index, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(index === at))
    const item = list.children[at]
    if (item) input.setAttribute('aria-activedescendant', item.id)
    else input.removeAttribute('aria-activedescendant')
    item?.scrollIntoView({ block: 'nearest' })
  }

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const { key } = event
    // Who looks for a place is not done with the form.
    if (key === 'Enter') event.preventDefault()
    if (box.hidden) return
    const count = offers.length
    if (key === 'ArrowDown') mark((active + 1) % count)
    else if (key === 'ArrowUp') mark(active <= 0 ? count - 1 : active - 1)
    else if (key === 'Escape') hide()
    else if (key === 'Enter' && active >= 0) takeAt(active)
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', fold)
  // Else the field would lose the focus, and with it the list, before the press is one.
  box.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const item = target instanceof Element ? target.closest('[role="option"]') : null
    if (item) takeAt([...list.children].indexOf(item))
  })

  return {
    hide,
    show(found, credits) {
      status.replaceChildren(said(found.length))
      status.className = found.length > 0 ? 'hidden-words' : 'soft'
      if (found.length === 0) return fold()
      offers = found
      list.replaceChildren(...found.map((one, at) => itemOf(one, `${list.id}-${at}`)))
      credit.replaceChildren(credits.join(', '))
      box.hidden = false
      input.setAttribute('aria-expanded', 'true')
      mark(-1)
    },
  }
}

const asCombobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', autocomplete: 'off' }

function itemOf({ title, kindName, note }: Offer, id: string): HTMLLIElement {
  const item = Object.assign(document.createElement('li'), { id })
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  const name = document.createElement('b')
  name.append(title)
  const more = Object.assign(document.createElement('span'), { className: 'soft' })
  more.append(note ? `${kindName}. ${note}` : kindName)
  item.append(name, ' ', more)
  return item
}
