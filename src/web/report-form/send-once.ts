import { inHand } from '../outbox/alone.ts'
import { handOver, keepForm } from '../outbox/keep-form.ts'
import { keptWords } from '../outbox/kept-words.ts'
import { dropEntry, findEntry, takeBack } from '../outbox/outbox.ts'
import { applyProblems } from './apply-problems.ts'
import { comeBackTo } from './bring-back.ts'
import { emptyParts } from './empty-parts.ts'
import type { FormWord } from './form-settings.ts'
import { untilAnswered } from './retry-delay.ts'
import type { Speak } from './speak.ts'
import { filesArrived, isBusy } from './wait-for-files.ts'

/** Milliseconds: an answer that takes longer is lost. The form's key makes asking again harmless. */
const patience = 60_000

/** What the button says, which is the state of the form. */
const labels = { ready: 'form.send', sending: 'form.sending', kept: 'outbox.waits' } as const

/** One press sends one report: waits for files on their way, outlasts a lost connection, and keeps the page when something is wrong. */
export function sendOnce(form: HTMLFormElement, say: Speak<FormWord>, forget: () => void): void {
  const button = form.querySelector<HTMLButtonElement>('[data-send]')
  const said = form.querySelector('[data-send-said]')
  if (!button || !said) return
  let isSending = false

  const become = (is: 'ready' | 'sending' | 'kept', words: string) => {
    isSending = is !== 'ready'
    // Not `disabled`: the focus stays where the person left it.
    button.setAttribute('aria-disabled', String(isSending))
    button.textContent = say(labels[is])
    said.replaceChildren(...(is === 'kept' ? keptWords(say) : [words]))
  }

  form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.name) return
    event.preventDefault()
    if (!isSending) void send()
  })
  // Back brings the page as it was left: sending.
  addEventListener('pageshow', ({ persisted }) => persisted && become('ready', ''))

  async function send(): Promise<void> {
    // The server, which would say so, cannot be asked, and nobody looks at this page once it can.
    const empty = navigator.onLine ? [] : emptyParts(form)
    if (empty[0]) {
      become('ready', say('form.lacking', { parts: empty.map(({ textContent }) => textContent).join(' ') }))
      return empty[0].scrollIntoView({ block: 'start' })
    }
    become('sending', '')
    const id = form.querySelector<HTMLInputElement>('input[name="key"]')?.value ?? ''
    const now = Date.now()
    await keepForm(form, now)
    // Once more: whoever had it in hand may just have said what became of its earlier words.
    await inHand(id, async () => deliver(id, await keepForm(form, now)))
  }

  /** While this page is open it sends by itself; closed, it leaves that to the outbox. */
  async function deliver(id: string, isKept: boolean): Promise<void> {
    let isHandedOver = false
    const isLost = () => {
      become(isKept ? 'kept' : 'sending', say('form.no_connection'))
      if (!isKept || isHandedOver) return
      isHandedOver = true
      void handOver()
      forget()
      comeBackTo(id)
    }
    if (isBusy(form)) {
      become('sending', say('form.waiting_files'))
      if (!(await filesArrived(form, isLost))) return giveBack(id)
    }
    become('sending', '')
    const answer = await untilAnswered(
      async () => (isKept && !(await findEntry(id)) ? 'deleted' : answerTo(form)),
      isLost,
    )
    // Whoever said on another page that it is not to be sent may still change their mind here.
    return answer === 'deleted' ? become('ready', '') : show(id, answer)
  }

  /** Something is wrong that the person sees on this page. */
  async function giveBack(id: string): Promise<void> {
    await takeBack(id)
    become('ready', '')
  }

  async function show(id: string, answer: Response): Promise<void> {
    if (answer.redirected) {
      const isSent = new URL(answer.url).searchParams.has('sent')
      if (isSent) {
        forget()
        // Back is to a new form then: nothing of this one is put into it.
        form.autocomplete = 'off'
        comeBackTo(null)
      }
      await (isSent ? dropEntry(id) : takeBack(id))
      location.assign(answer.url)
      return
    }
    const isPage = /^text\/html\b/.test(answer.headers.get('content-type') ?? '')
    if ((answer.status === 422 || answer.status === 429) && isPage) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (applyProblems(document, page)) return giveBack(id)
    }
    // What a script can't make sense of, the browser shows as it is.
    form.submit()
  }
}

/** Answers of a proxy whose server is starting anew: as good as none. */
const notOurs: readonly number[] = [502, 503, 504]

/** Null when the connection was lost. */
async function answerTo(form: HTMLFormElement): Promise<Response | null> {
  const body = new FormData(form)
  if (form.querySelector('[data-photo-field][data-ready]')) body.delete('files')
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      signal: stop.signal,
      headers: { accept: 'text/html' },
    })
    return notOurs.includes(answer.status) ? null : answer
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
