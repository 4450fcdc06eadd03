import type { FormSettings, FormWord } from './form-settings.ts'
import { draftOn, type KeptDraft, saysNoMore, type TypedFields, typedIn } from './kept-draft.ts'
import { languageTag, type Speak } from './speak.ts'

/** Milliseconds after the last key: seldom enough for a slow phone, soon enough for a crash. */
const pause = 400

/** Keeps what is typed on this device, and offers what a crash left. Gives the way to forget it once it is sent. */
export function draftOnDevice(form: HTMLFormElement, settings: FormSettings, say: Speak<FormWord>): () => void {
  const shelf = draftOn(globalThis, settings.city)
  const key = form.querySelector<HTMLInputElement>('input[name="key"]')
  const saved = form.querySelector('[data-draft-saved]')
  const left = shelf.read()
  let isSent = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const at = (moment: number) =>
    new Date(moment).toLocaleTimeString(languageTag(), { hour: '2-digit', minute: '2-digit' })

  const keep = () => {
    clearTimeout(timer)
    const fields = typedIn(new FormData(form))
    const now = Date.now()
    if (isSent || !shelf.keep({ key: key?.value ?? '', at: now, fields })) return
    saved?.replaceChildren(say('form.saved_here', { time: at(now) }))
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, pause)
  }

  if (left && left.key === settings.sent) shelf.drop()
  else if (left && left.key === key?.value && isBack()) {
    // Back to this very form: a browser puts in what was typed, not what scripts wrote, such as the place.
    addEventListener('pageshow', () => restore(form, left.fields), { once: true })
  } else if (left && !saysNoMore(left.fields, typedIn(new FormData(form)))) offer(left)
  for (const kind of ['input', 'change', 'place-picked', 'place-removed']) form.addEventListener(kind, keepSoon)
  addEventListener('pagehide', () => timer !== undefined && keep())

  /** What was left stays in hand: typing meanwhile keeps the new text and loses nothing of the old. */
  function offer(draft: KeptDraft): void {
    const box = form.querySelector<HTMLElement>('[data-draft-offer]')
    if (!box) return
    const isToday = new Date(draft.at).toDateString() === new Date().toDateString()
    const day = new Date(draft.at).toLocaleDateString(languageTag(), { day: 'numeric', month: 'long' })
    const time = isToday ? at(draft.at) : `${at(draft.at)}, ${day}`
    box.querySelector('[data-draft-from]')?.replaceChildren(say('form.restore', { time }))
    box.hidden = false
    box.querySelector('[data-draft-restore]')?.addEventListener('click', () => {
      box.hidden = true
      restore(form, draft.fields)
      keep()
      form.querySelector<HTMLElement>('[name="description"]')?.focus()
    })
    box.querySelector('[data-draft-drop]')?.addEventListener('click', () => {
      box.hidden = true
      shelf.drop()
      if (draft.key === key?.value) dropFiles(form)
      form.querySelector<HTMLElement>('summary')?.focus()
    })
  }

  return () => {
    isSent = true
    shelf.drop()
  }
}

function isBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[] // safe: of this kind
  return navigation?.type === 'back_forward'
}

/** Those that stood there with the draft. Before its script is ready, the same buttons would send the form. */
function dropFiles(form: HTMLFormElement): void {
  const removes = form.querySelectorAll<HTMLElement>('[data-photo-field][data-ready] li:not([data-picked]) button')
  for (const remove of removes) remove.click()
}

/** Puts into a form what was typed into it once. */
export function restore(form: HTMLFormElement, fields: TypedFields): void {
  for (const control of form.elements) {
    const isText = control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement
    const value = isText ? fields[control.name] : undefined
    if (!isText || value === undefined) continue
    if (control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type))
      control.checked = control.value === value
    else control.value = value
  }
  form.dispatchEvent(new Event('change', { bubbles: true }))
  form.dispatchEvent(new Event('input', { bubbles: true }))
  if (fields.lng && fields.lat) {
    const point = { lng: Number(fields.lng), lat: Number(fields.lat) }
    form.dispatchEvent(new CustomEvent('offer-place', { detail: point }))
  }
}
