/**
 * Carries what the server found wrong onto the page that the person has before them, so that the map, the files and the
 * place on the page stay as they are. False when the answer is no such form.
 */
export function applyProblems(page: Document, answer: Document): boolean {
  const [form, answered] = [page, answer].map((one) => one.querySelector('form[data-report-form]'))
  const [summary, found] = [page, answer].map((one) => one.querySelector('[data-form-problems]'))
  if (!form || !answered || !summary || !found) return false

  for (const old of form.querySelectorAll('.error')) old.remove()
  for (const field of answered.querySelectorAll('[id]')) {
    const own = page.getElementById(field.id)
    if (!own) continue
    for (const name of ['aria-invalid', 'aria-describedby']) copy(name, field, own)
  }
  for (const error of answered.querySelectorAll('.error')) {
    const field = page.getElementById(error.id.replace(/-problem$/, ''))
    const part = field?.closest('.field, fieldset, .photo-field')
    const legend = part?.querySelector(':scope > legend')
    if (legend) legend.after(page.importNode(error, true))
    else part?.append(page.importNode(error, true))
  }
  takeKey(form, answered)
  dropLostFiles(form, answered)
  summary.replaceChildren(...[...found.childNodes].map((node) => page.importNode(node, true)))
  showKnown(form, answered, page)
  const first =
    form.querySelector<HTMLElement>('[data-known-list]') ?? summary.querySelector<HTMLElement>('[role="alert"]')
  unfold(form)
  first?.focus()
  first?.scrollIntoView({ block: 'start' })
  return true
}

/** What may be known already, and was not shown yet, stands above the form until it is sent again. */
function showKnown(form: Element, answered: Element, page: Document): void {
  for (const old of form.querySelectorAll('[data-known-first], [data-known-list]')) old.remove()
  const known = answered.querySelector('[data-known-first]')
  if (known) form.prepend(page.importNode(known, true))
}

/** A form whose key was spent goes on under another. */
function takeKey(form: Element, answered: Element): void {
  const [own, other] = [form, answered].map((one) => one.querySelector<HTMLInputElement>('input[name="key"]'))
  if (own && other) own.value = other.value
}

/** Files that waited too long are the form's no more. */
function dropLostFiles(form: Element, answered: Element): void {
  for (const item of form.querySelectorAll<HTMLElement>('li[data-media]'))
    if (!answered.querySelector(`li[data-media="${item.dataset.media}"]`)) item.remove()
}

/** A problem in a folded group could not be seen. */
function unfold(form: Element): void {
  for (const error of form.querySelectorAll('details .error')) error.closest('details')?.setAttribute('open', '')
}

function copy(name: string, from: Element, to: Element): void {
  const value = from.getAttribute(name)
  if (value === null) to.removeAttribute(name)
  else to.setAttribute(name, value)
}
