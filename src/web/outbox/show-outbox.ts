import { keptFiles } from '../report-form/kept-files.ts'
import { languageTag, type Speak, speakFrom } from '../report-form/speak.ts'
import { mayWait } from './drop-store.ts'
import { type Entry, needsPerson } from './entry.ts'
import { fieldsOf } from './fields-of.ts'
import { isPaused } from './is-paused.ts'
import type { ListSettings, ListWord } from './list-words.ts'
import { change, chooseWifi, dropEntry, entries, waitsForWifi } from './outbox.ts'

/** Milliseconds without news, after which nobody is thought to be sending. */
const silence = 10_000

/** Lists what waits on this device, each with where it stands and what can be done about it, for as long as the page is looked at. */
export async function showOutbox(section: HTMLElement): Promise<void> {
  const { signIn, words } = JSON.parse(section.dataset.outbox ?? '') as ListSettings // safe: `OutboxList` wrote it
  const list = section.querySelector('[data-entries]')
  const title = section.querySelector('h2')
  const ofWaiting = section.querySelector<HTMLElement>('[data-of-waiting]')
  const say = speakFrom(words)
  const mayVanish = section.querySelector<HTMLElement>('[data-may-vanish]')
  const isPersistent = (await navigator.storage?.persisted?.().catch(() => false)) === true
  let drawn = ''

  const draw = async () => {
    const all = mayWait() ? await entries() : []
    const paused = all.length > 0 && (await isPaused())
    const standings = await Promise.all(all.map((entry) => standingOf(entry, all, paused, say)))
    const looks = JSON.stringify([all.map(({ id }) => id), standings])
    if (looks === drawn) return
    drawn = looks
    const focused = list?.contains(document.activeElement) ? document.activeElement?.closest('li')?.id : undefined
    list?.replaceChildren(
      ...all.map((entry, at) => itemOf(entry, standings[at] ?? '', isBehind(entry, all), { say, signIn, draw })),
    )
    section.hidden = all.length === 0
    const isAllSent = all.every(({ state }) => state.kind === 'sent')
    title?.replaceChildren(say(isAllSent ? 'outbox.all_sent' : 'outbox.title'))
    if (ofWaiting) ofWaiting.hidden = isAllSent
    if (mayVanish) mayVanish.hidden = isAllSent || isPersistent
    // It was true when the page was drawn.
    const untilSent = document.querySelector<HTMLElement>('[data-until-sent]')
    if (untilSent) untilSent.hidden = all.some(({ state }) => state.kind === 'sent' && state.number !== null)
    if (focused) document.getElementById(focused)?.querySelector<HTMLElement>('a, button')?.focus()
  }
  const wifi = section.querySelector<HTMLInputElement>('[data-wifi]')
  if (wifi) wifi.checked = await waitsForWifi()
  wifi?.addEventListener('change', async () => {
    await chooseWifi(wifi.checked)
    document.dispatchEvent(new Event('outbox-changed'))
  })
  await draw()
  document.addEventListener('outbox-changed', draw)
  // The worker or another tab may be the one that sends.
  setInterval(() => document.visibilityState === 'visible' && draw(), 1000)
}

/** Milliseconds that somebody has for correcting what came back, before anybody asks whether that was done. */
const inForm = 60_000

/** Where an entry stands, in words. */
async function standingOf(entry: Entry, all: readonly Entry[], paused: boolean, say: Speak<ListWord>): Promise<string> {
  const { id, state } = entry
  if (state.kind === 'sent' && state.number) return say('outbox.state.sent_number', { number: state.number })
  const isMoving = state.kind === 'waiting' && Date.now() - state.at < silence
  if (isMoving) return say('outbox.state.sending', { percent: Math.floor(state.share * 100) })
  if (state.kind === 'waiting' && isBehind(entry, all)) return say('outbox.state.behind')
  const waitsForWifi = paused && state.kind === 'waiting' && (await keptFiles.of(id)).some(({ taken }) => !taken)
  return say(waitsForWifi ? 'outbox.state.wifi' : `outbox.state.${state.kind}`)
}

/** Forms about one thing go in order: one that needs its author keeps the next ones. */
function isBehind(entry: Entry, all: readonly Entry[]): boolean {
  const before = all.slice(0, all.indexOf(entry)).filter(({ about }) => about === entry.about)
  return before.some(needsPerson)
}

type Ways = { readonly say: Speak<ListWord>; readonly signIn: string; readonly draw: () => void }

function itemOf(entry: Entry, standing: string, isHeld: boolean, ways: Ways): HTMLLIElement {
  const { id, label, place, writtenAt, state } = entry
  const { say } = ways
  const item = element('li', 'card stack tight')
  item.id = `outbox-${id}`
  item.dataset.state = state.kind
  const when = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  const time = new Date(writtenAt).toLocaleString(languageTag(), when)
  const head = element('p')
  head.append(element('b', '', standing))
  item.append(head, element('p', '', label))
  item.append(element('p', 'soft', place ? say('outbox.written_at', { time, place }) : say('outbox.written', { time })))
  const reasons = state.kind === 'refused' && state.words.length === 0 ? [say('outbox.unknown_reason')] : []
  for (const words of state.kind === 'refused' ? [...state.words, ...reasons] : [])
    item.append(element('p', 'error', words))
  const acts = element('p', 'acts')
  acts.append(...waysOn(entry, isHeld, ways))
  item.append(acts)
  return item
}

function waysOn(entry: Entry, isHeld: boolean, { say, signIn, draw }: Ways): readonly HTMLElement[] {
  const { id, state } = entry
  const drop = button(say(state.kind === 'sent' ? 'outbox.clear' : 'outbox.drop'), async () => {
    if (state.kind !== 'sent' && !confirm(say('outbox.drop_sure'))) return
    await dropEntry(id)
    draw()
  })
  switch (state.kind) {
    case 'sent':
      return [link(say('outbox.see'), state.address), drop]
    case 'sign_in':
      return [link(say('outbox.sign_in'), signIn), drop]
    case 'refused':
      return [button(say('outbox.open'), () => void openForm(entry)), drop]
    case 'waiting':
      return isHeld ? [drop] : [button(say('outbox.send_now'), () => void sendNow(id)), drop]
  }
}

async function sendNow(id: string): Promise<void> {
  await change(id, (entry) => ({ ...entry, failed: 0, notBefore: 0 }))
  document.dispatchEvent(new Event('outbox-changed'))
}

/**
 * Sends the form as the browser itself does: the server answers with the form as it was written, what is wrong with it,
 * and what has happened since. If nothing is wrong any more, it is done; the next look at the outbox hears of that.
 */
async function openForm(entry: Entry): Promise<void> {
  const { id, action } = entry
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  form.enctype = 'multipart/form-data'
  for (const [name, value] of fieldsOf(entry, await keptFiles.of(id))) {
    const field = element('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  form.hidden = true
  document.body.append(form)
  await change(id, (now) => ({ ...now, inHand: true, notBefore: Date.now() + inForm }))
  form.submit()
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'button quiet small', words)
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}

function link(words: string, address: string): HTMLAnchorElement {
  const made = element('a', 'button small', words)
  made.href = address
  return made
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  look = '',
  words = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (look) made.className = look
  made.append(words)
  return made
}
