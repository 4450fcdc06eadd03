/** The forms that somebody has changed something in. */
export const touched = new Set<Element>()

/** From now on what is typed or chosen is noticed. */
export function watchForms(): void {
  for (const kind of ['input', 'change'])
    document.addEventListener(
      kind,
      ({ target }) => {
        const form = target instanceof Element && target.closest('main form')
        if (form) touched.add(form)
      },
      true,
    )
}

/** True when a form holds words or files that are saved nowhere, whoever put them there: they may have come back with the page. */
export function hasWords(): boolean {
  const fields = document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('main textarea, main [name="media"]')
  return touched.size > 0 || [...fields].some(({ value }) => value !== '')
}

/** True while the reader writes, chooses, marks words or looks at something that was opened. */
export function isBusy(): boolean {
  const isInField = document.activeElement?.matches('main :is(input, textarea, select)') ?? false
  return (
    touched.size > 0 || isInField || getSelection()?.type === 'Range' || document.querySelector('dialog[open]') !== null
  )
}
