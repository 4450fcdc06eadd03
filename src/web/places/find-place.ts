import type { Point } from '#src/domain/report.ts'
import { stopAfter } from '../form/stop-after.ts'
import { askNewest } from './ask-newest.ts'
import { comboboxOn } from './combobox.ts'
import type { FindPlaceSettings, FoundPlace, PlaceAtAnswer, PlacesAnswer } from './find-place-settings.ts'
import { offerAddress } from './offer-address.ts'

/** Milliseconds after the last key. */
const pause = 150
/** Milliseconds: what takes longer is of no use to who types. */
const patience = 10_000
const fewest = 2

/**
 * A field that knows the city's places: it offers them as one types, or comes to words without a point; moves the form's
 * point to the one that is taken, and says where the point is when it is set otherwise. What a person typed is never
 * replaced unasked.
 */
export function findPlace(input: HTMLInputElement, { search, at, words }: FindPlaceSettings): void {
  const form = input.closest('form')
  if (!form) return
  let isOurs = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = (address: string) => {
    input.value = address
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const list = comboboxOn<FoundPlace>(input, {
    label: words.list,
    take({ title, lng, lat }) {
      write(title)
      isOurs = true
      form.dispatchEvent(new CustomEvent('offer-place', { detail: { lng, lat } }))
      isOurs = false
    },
    said: (count) => (count > 0 ? words.found.replace('{count}', String(count)) : words.none),
  })
  const ask = askNewest<string, PlacesAnswer>(
    (typed) => answerTo<PlacesAnswer>(`${search}?${new URLSearchParams({ q: typed, ...near(form) })}`),
    (answer, typed) => {
      if (!answer || input.value.trim() !== typed || document.activeElement !== input) return list.hide()
      // A city without places has nothing to offer, and words are enough.
      if (!answer.isKnown) return list.hide()
      list.show(answer.places, answer.sources)
    },
  )
  input.addEventListener('input', () => {
    clearTimeout(timer)
    const typed = input.value.trim()
    if (typed.length < fewest) return list.hide()
    timer = setTimeout(() => ask(typed), pause)
  })
  // Words stood there before, and nobody has put a point: that is what one comes for.
  input.addEventListener('focus', () => {
    const before = input.defaultValue.trim()
    if (before.length >= fewest && input.value.trim() === before && !near(form).near) ask(before)
  })

  const offer = offerAddress(input, words, write)
  const askAt = askNewest<Point, PlaceAtAnswer>(
    ({ lng, lat }) =>
      answerTo<PlaceAtAnswer>(`${at}?${new URLSearchParams({ at: `${lng.toFixed(6)},${lat.toFixed(6)}` })}`),
    (answer) => offer(answer?.title ?? null),
  )
  form.addEventListener('place-picked', (event) => {
    if (!isOurs && event instanceof CustomEvent && event.detail) askAt(event.detail as Point) // safe: `keepPlace` sends a point
  })
}

async function answerTo<Answer>(address: string): Promise<Answer> {
  const answer = await fetch(address, {
    headers: { accept: 'application/json' },
    signal: stopAfter(patience),
  })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as Answer // safe: the same version of the product wrote it
}

/** Among equals, those around the point come first. */
function near(form: HTMLFormElement): { near?: string } {
  const value = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value
  const [lng, lat] = [value('lng'), value('lat')]
  return lng && lat ? { near: `${lng},${lat}` } : {}
}
