import { inHand, inTurn } from '../outbox/alone.ts'
import { type Entry, isOnItsWay } from '../outbox/entry.ts'
import { handOver, keepForm } from '../outbox/keep-form.ts'
import { keptWords } from '../outbox/kept-words.ts'
import { dropEntry, entries, findEntry, takeBack } from '../outbox/outbox.ts'
import { untilAnswered } from '../report-form/retry-delay.ts'
import { speakFrom } from '../report-form/speak.ts'
import { filesArrived, isBusy } from '../report-form/wait-for-files.ts'
import type { ActWord } from './act-words.ts'

/** What its button says meanwhile. */
const labels = { sending: 'form.sending', kept: 'outbox.waits' } as const

/**
 * Sends the form of an act, however long a connection is away, and kept on the device meanwhile: whoever closes the page
 * leaves it to the outbox. What is not done at once the browser sends once more by itself, and shows what the server says.
 */
export async function sendAct(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const say = speakFrom(JSON.parse(form.dataset.actForm ?? '') as Record<ActWord, string>) // safe: `ActForm` wrote it
  const id = form.querySelector<HTMLInputElement>('input[name="key"]')?.value ?? ''
  const button = visibleOne(form, submitter)
  const own = button?.textContent ?? ''

  const become = (is: keyof typeof labels | 'ready', said: readonly (string | Node)[] = []) => {
    if (is === 'ready') delete form.dataset.sending
    else form.dataset.sending = ''
    // Not `disabled`: the focus stays where the person left it.
    button?.setAttribute('aria-disabled', String(is !== 'ready'))
    if (button) button.textContent = is === 'ready' ? own : say(labels[is])
    if (said.length > 0 || form.querySelector('[data-said]')) saidIn(form).replaceChildren(...said)
  }
  let isHandedOver = false
  const isLost = () => {
    become('kept', keptWords(say))
    if (!isHandedOver) void handOver()
    isHandedOver = true
  }

  const pressed = Date.now()
  let written = fieldsIn(form)
  /** As it stands by now: files have arrived, or the person went on writing while it waited. */
  const keepAsItIs = async () => {
    if (fieldsIn(form) !== written && (await keepForm(form, pressed))) written = fieldsIn(form)
  }

  const deliver = async (): Promise<void> => {
    if (isBusy(form)) {
      become('sending', [say('form.waiting_files')])
      if (!(await filesArrived(form, isLost))) return giveBack()
    }
    become('sending')
    const tried = await untilAnswered(() => tryOnce(id, keepAsItIs), isLost)
    // Whoever said on another page that it is not to be sent may still change their mind here.
    if (tried.kind === 'deleted') return become('ready')
    if (tried.kind !== 'sent') return bySelf()
    await dropEntry(id)
    location.assign(tried.address)
    // The same page at another place of itself would stay as it was.
    if (location.href.split('#')[0] === new URL(tried.address, location.href).href.split('#')[0]) location.reload()
  }
  const giveBack = async (): Promise<void> => {
    await takeBack(id)
    become('ready')
  }
  const bySelf = async (): Promise<void> => {
    await takeBack(id)
    form.submit()
  }

  become('sending')
  if (!(await keepForm(form, pressed))) {
    if (isBusy(form)) {
      become('sending', [say('form.waiting_files')])
      if (!(await filesArrived(form))) return become('ready')
    }
    return form.submit()
  }
  const about = (await findEntry(id))?.about ?? id
  // What was pressed later would overtake what waits for its next try, and be refused for it.
  await inTurn(about, isLost, () => inHand(id, deliver))
}

/** What a form says, to be compared. */
function fieldsIn(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)])
}

/** What becomes of it; null while it waits. */
async function tryOnce(id: string, keepAsItIs: () => Promise<void>) {
  if (!(await findEntry(id))) return { kind: 'deleted' } as const
  await keepAsItIs()
  const entry = await findEntry(id)
  if (!entry) return { kind: 'deleted' } as const
  if (await waitsForEarlier(entry)) return null
  try {
    const { sendEntry } = await import('../outbox/send-entry.ts')
    const tried = await sendEntry(entry, () => import('../uploads/send-resumable.ts'))
    return ['sent', 'refused', 'sign_in'].includes(tried.kind) ? tried : null
  } catch {
    return null
  }
}

/** Another page left one about the same thing behind, which the outbox sends. */
async function waitsForEarlier({ id, about, writtenAt }: Entry): Promise<boolean> {
  return (await entries()).some(
    (one) => one.id !== id && one.about === about && one.writtenAt < writtenAt && isOnItsWay(one),
  )
}

/** Enter in a field presses a button that nobody sees. */
function visibleOne(form: HTMLFormElement, pressed: HTMLElement | null): HTMLElement | null {
  if (pressed && pressed.tabIndex >= 0) return pressed
  return form.querySelector<HTMLElement>('button[type="submit"]:not([tabindex="-1"], [name])')
}

/** Where the form says what becomes of it. */
function saidIn(form: HTMLFormElement): Element {
  const before = form.querySelector('[data-said]')
  if (before) return before
  const said = document.createElement('p')
  said.className = 'soft'
  said.setAttribute('role', 'status')
  said.dataset.said = ''
  form.append(said)
  return said
}
