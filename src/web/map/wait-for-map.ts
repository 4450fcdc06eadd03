import type { Place } from './keep-place.ts'
import { sayFrom } from './say.ts'
import { type Connection, mayLoad } from './when-to-load.ts'
import type { MapWord, MapWords } from './words.ts'

type State = 'waiting' | 'loading' | 'open' | 'failed' | 'unable'

/** Loads the map when it is tapped or looked at, never before the page is useful; says what happens meanwhile. */
export function waitForMap(frame: HTMLElement, place: Place | null): void {
  const note = frame.querySelector<HTMLElement>('[data-map-note]')
  const button = frame.querySelector<HTMLButtonElement>('[data-map-show]')
  if (!note || !button) return
  const say = sayFrom(JSON.parse(frame.dataset.words ?? '{}') as MapWords) // safe: `MapFrame` wrote it
  const beside = note.textContent ?? ''
  const moment = { tapped: false, inView: false, idle: false, attended: false, connection: connection() }

  const become = (state: State, said: string, next?: MapWord) => {
    frame.dataset.state = state
    note.textContent = said
    button.hidden = !next
    if (next) button.textContent = say(next)
  }

  const open = async () => {
    if (!['waiting', 'failed'].includes(frame.dataset.state ?? '')) return
    if (!canDraw()) return become('unable', `${say('map.unable')} ${beside}`)
    const wasFocused = document.activeElement === button
    become('loading', say('map.loading'))
    try {
      const { openMap } = await import('./open-map.ts')
      await openMap(frame, place)
      become('open', '')
      if (wasFocused && isFocusLost()) frame.querySelector<HTMLElement>('canvas')?.focus()
    } catch (error) {
      become('failed', `${say('map.failed')} ${beside}`, 'map.retry')
      if (wasFocused && isFocusLost()) button.focus()
      // Without a connection that is no surprise, and the person was told.
      if (navigator.onLine) reportError(error)
    }
  }

  const reconsider = () => void (frame.dataset.state === 'waiting' && mayLoad(moment) && open())
  const tap = () => {
    moment.tapped = true
    void open()
  }

  button.hidden = false
  button.addEventListener('click', tap)
  place?.onOffer(tap)
  // Who comes to the page of a map has asked for it.
  if (frame.classList.contains('map-of-page')) return void open()
  // A picture of the place says enough until somebody asks for more.
  if (frame.querySelector('.map-still')) return
  whenIdle(() => {
    moment.idle = true
    reconsider()
  })
  whenAttended(() => {
    moment.attended = true
    reconsider()
  })
  new IntersectionObserver(
    ([entry]) => {
      moment.inView = entry?.isIntersecting ?? false
      reconsider()
    },
    // Of the city's page a phone shows a strip of the map at once: nobody looks at that yet.
    { threshold: 0.5 },
  ).observe(frame)
}

/** Focus falls to the body when what held it is hidden; a person who went on meanwhile keeps theirs. */
function isFocusLost(): boolean {
  return document.activeElement === document.body
}

function whenIdle(then: () => void): void {
  // Safari has no requestIdleCallback.
  const rest = () => ('requestIdleCallback' in window ? requestIdleCallback(then) : setTimeout(then, 300))
  if (document.readyState === 'complete') rest()
  else addEventListener('load', rest, { once: true })
}

function whenAttended(then: () => void): void {
  const signs = ['scroll', 'pointerdown', 'pointermove', 'keydown'] as const
  const hear = () => {
    for (const sign of signs) removeEventListener(sign, hear, true)
    then()
  }
  for (const sign of signs) addEventListener(sign, hear, { capture: true, passive: true })
}

/** Only some browsers tell; the others count as fast. */
function connection(): Connection {
  return (navigator as { connection?: Connection }).connection ?? {}
}

function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
