import type { Point } from '#src/domain/report.ts'
import { degreesIn } from '#src/domain/written-point.ts'
import { afterPress } from './after-press.ts'
import { locate } from './locate.ts'
import { isInside } from './outline.ts'
import { type Say, sayFrom } from './say.ts'
import { settingsOf } from './settings.ts'
import type { MapWords } from './words.ts'

/** The point of a form, kept in its inputs `lng` and `lat`. Works before the map has loaded, and without it. */
export type Place = {
  /** Null when no point is set. */
  readonly get: () => Point | null
  readonly set: (point: Point, note?: string) => void
  /** Calls back after every change, whoever made it. */
  readonly onChange: (changed: (point: Point | null) => void) => void
  /** Calls back when a point comes from elsewhere than the map: it is worth showing. */
  readonly onOffer: (offered: () => void) => void
}

/** A tenth of a metre: more would only pretend. */
const decimals = 6

/**
 * Keeps the frame's form, its buttons and what is said in step with the point.
 * Tells others by `place-picked` (detail: the point) and `place-removed`, both from the frame, bubbling;
 * takes a point from others by `offer-place` (detail: the point) on anything inside the form, and from who writes its
 * coordinates into the input `point`.
 */
export function keepPlace(frame: HTMLElement): Place {
  const form = frame.closest('form') ?? frame
  const say = sayFrom(JSON.parse(frame.dataset.words ?? '{}') as MapWords) // safe: `MapFrame` wrote it
  const part = (name: string) => frame.querySelector<HTMLElement>(`[data-map-${name}]`)
  const [acts, locateButton, removeButton, said] = [part('acts'), part('locate'), part('remove'), part('said')]
  const { outline } = settingsOf(frame)
  const changed = new EventTarget()
  const tell = (sentence: string, isWrong = false) => {
    said?.replaceChildren(sentence)
    said?.classList.toggle('late', isWrong)
  }

  const write = (point: Point | null) => {
    for (const axis of ['lng', 'lat'] as const) {
      const input = form.querySelector<HTMLInputElement>(`input[name="${axis}"]`)
      if (input) input.value = point ? point[axis].toFixed(decimals) : ''
    }
    const written = form.querySelector<HTMLInputElement>('input[name="point"]')
    if (written) written.value = point ? `${point.lat.toFixed(decimals)}, ${point.lng.toFixed(decimals)}` : ''
    if (removeButton) removeButton.hidden = !point
    const detail = pointIn(form)
    frame.dispatchEvent(new CustomEvent(point ? 'place-picked' : 'place-removed', { bubbles: true, detail }))
    changed.dispatchEvent(new Event('change'))
  }

  const place: Place = {
    get: () => pointIn(form),
    set: (point, note = '') => {
      write(point)
      if (!isInside(outline, point)) tell(say('map.place.outside'), true)
      else tell(`${sentenceOf(point, say)} ${note}`.trim())
    },
    onChange: (callback) => changed.addEventListener('change', () => callback(pointIn(form))),
    onOffer: (callback) => changed.addEventListener('offer', callback),
  }

  const take = (point: Point, note?: string) => {
    place.set(point, note)
    changed.dispatchEvent(new Event('offer'))
  }

  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'point') return
    const [lat = '', lng = ''] = degreesIn(target.value) ?? []
    const point = { lng: Number.parseFloat(lng), lat: Number.parseFloat(lat) }
    if (!isPoint(point)) return
    afterPress(() => {
      take(point)
      // What is said of the point takes a line more: who went on to what is below it would lose it under the bar.
      if (form.contains(document.activeElement)) document.activeElement?.scrollIntoView({ block: 'nearest' })
    })
  })
  form.addEventListener('offer-place', (event) => {
    if (event instanceof CustomEvent && isPoint(event.detail)) take(event.detail)
  })
  locateButton?.addEventListener('click', async () => {
    tell(say('map.place.locating'))
    const found = await locate()
    if (!found.ok) {
      tell(say(`map.place.${found.problem}`))
      return
    }
    take(
      found.value.point,
      found.value.metres > 30 ? say('map.place.rough', { metres: Math.round(found.value.metres) }) : '',
    )
  })
  removeButton?.addEventListener('click', () => {
    write(null)
    tell(say('map.place.removed'))
    const next = locateButton ?? form.querySelector<HTMLElement>('input[name="point"]')
    next?.focus()
  })
  if (removeButton) removeButton.hidden = !place.get()
  if (acts) acts.hidden = false
  return place
}

function sentenceOf({ lng, lat }: Point, say: Say): string {
  return say('map.place.set', { lng: lng.toFixed(5), lat: lat.toFixed(5) })
}

function pointIn(form: HTMLElement): Point | null {
  const read = (axis: 'lng' | 'lat') =>
    Number.parseFloat(form.querySelector<HTMLInputElement>(`input[name="${axis}"]`)?.value ?? '')
  const point = { lng: read('lng'), lat: read('lat') }
  return isPoint(point) ? point : null
}

function isPoint(thing: unknown): thing is Point {
  const { lng, lat } = (thing ?? {}) as Partial<Point>
  return Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng ?? 0) <= 180 && Math.abs(lat ?? 0) <= 85
}
