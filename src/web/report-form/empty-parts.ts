import { leastDescription } from '#src/domain/submission.ts'

/** The headings of those parts of a form that hold nothing yet of what no report can do without. */
export function emptyParts(form: HTMLFormElement): readonly HTMLElement[] {
  const value = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? ''
  const has = {
    '#category h2': form.querySelector('[name="category"]:checked') !== null,
    '#where': value('address') !== '' || value('lng') !== '',
    '#describe': value('description').length >= leastDescription,
  }
  return Object.entries(has).flatMap(([heading, isThere]) =>
    isThere ? [] : [...form.querySelectorAll<HTMLElement>(heading)],
  )
}
