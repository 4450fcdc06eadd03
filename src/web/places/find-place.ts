import { askNewest } from './ask-newest.ts'
import { comboboxOn } from './combobox.ts'
import type { FindPlaceSettings, FoundPlace, PlacesAnswer } from './find-place-settings.ts'

/** Milliseconds after the last key. */
const pause = 150
/** Milliseconds: what takes longer is of no use to who types. */
const patience = 10_000
const fewest = 2

/** A field that knows the city's places: it offers them as one types, and moves the form's point to the one that is taken. */
export function findPlace(input: HTMLInputElement, { search, words }: FindPlaceSettings): void {
  const form = input.closest('form')
  if (!form) return
  let timer: ReturnType<typeof setTimeout> | undefined

  const list = comboboxOn<FoundPlace>(input, {
    label: words.list,
    take({ title, lng, lat }) {
      input.value = title
      input.dispatchEvent(new Event('change', { bubbles: true }))
      form.dispatchEvent(new CustomEvent('offer-place', { detail: { lng, lat } }))
    },
    said: (count) => (count > 0 ? words.found.replace('{count}', String(count)) : words.none),
  })
  const ask = askNewest<string, PlacesAnswer>(
    (typed) => answerTo(`${search}?${new URLSearchParams({ q: typed, ...near(form) })}`),
    (answer, typed) => {
      if (!answer || input.value.trim() !== typed || document.activeElement !== input) return list.hide()
      list.show(answer.places, answer.sources)
    },
  )
  input.addEventListener('input', () => {
    clearTimeout(timer)
    const typed = input.value.trim()
    if (typed.length < fewest) return list.hide()
    timer = setTimeout(() => ask(typed), pause)
  })
}

async function answerTo(address: string): Promise<PlacesAnswer> {
  const answer = await fetch(address, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(patience),
  })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as PlacesAnswer // safe: the same version of the product wrote it
}

/** Among equals, those around the point come first. */
function near(form: HTMLFormElement): { near?: string } {
  const value = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value
  const [lng, lat] = [value('lng'), value('lat')]
  return lng && lat ? { near: `${lng},${lat}` } : {}
}
