import { stopAfter } from '../form/stop-after.ts'

/** Milliseconds after the last word: what is asked for is worth a whole sentence. */
const pause = 900

/**
 * Asks, as the form is filled in, whether the problem is known already, and shows what is. One request at a time: what
 * changes meanwhile is asked about after it. A list that was put aside comes back only with something new in it.
 */
export function askKnown(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('[data-known]')
  if (!box?.dataset.known) return
  const address = box.dataset.known
  const seen = new Set<string>()
  let asked = ''
  let isAsking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const askSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, pause)
  }
  for (const kind of ['input', 'change', 'place-picked', 'place-removed']) form.addEventListener(kind, askSoon)
  box.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-known-other]')) return
    box.querySelector('[data-known-list]')?.setAttribute('hidden', '')
    form.querySelector<HTMLElement>('textarea[name="description"]')?.focus()
  })

  async function ask(): Promise<void> {
    const question = questionIn(form)
    const words = question?.toString() ?? ''
    if (isAsking || words === asked || !question) return
    isAsking = true
    try {
      const answer = await fetch(address, { method: 'POST', body: question, signal: stopAfter(15_000) })
      asked = words
      if (answer.status === 200) show(await answer.text())
      else if (answer.status === 204) box?.replaceChildren(...kept())
    } catch {
      // Without a connection there is nothing to suggest; sending asks the same once more.
    } finally {
      isAsking = false
    }
    if (questionIn(form)?.toString() !== words) askSoon()
  }

  function show(html: string): void {
    const found = new DOMParser().parseFromString(html, 'text/html').body
    const numbers = [...found.querySelectorAll<HTMLInputElement>('input[name="seen"]')].map(({ value }) => value)
    const isPutAside = box?.querySelector('[data-known-list][hidden]') !== null
    const isNew = numbers.some((number) => !seen.has(number))
    for (const number of numbers) seen.add(number)
    if (isPutAside && !isNew) return
    found.querySelector('[data-known-other]')?.removeAttribute('hidden')
    box?.replaceChildren(...kept(numbers), ...found.children)
  }

  /** What was shown and is not any more: the server need not show it again. */
  function kept(shown: readonly string[] = []): readonly HTMLInputElement[] {
    return [...seen]
      .filter((number) => !shown.includes(number))
      .map((value) => Object.assign(document.createElement('input'), { type: 'hidden', name: 'seen', value }))
  }
}

/** Null until there is a category and a point. */
function questionIn(form: HTMLFormElement): URLSearchParams | null {
  const fields = new FormData(form)
  const question = new URLSearchParams()
  for (const name of ['category', 'lng', 'lat', 'description']) {
    const value = fields.get(name)
    question.set(name, typeof value === 'string' ? value : '')
  }
  return question.get('category') && question.get('lng') ? question : null
}
