import type { BarSettings } from '../offline/bar-settings.ts'
import { retryDelay } from '../report-form/retry-delay.ts'
import { mayWait } from './drop-store.ts'
import { type Entry, isOnItsWay, needsPerson } from './entry.ts'
import { entries } from './outbox.ts'
import { sendAll } from './send-all.ts'

/**
 * Sends what waits on this device when the page opens, is looked at again or is connected again, and in between ever
 * more seldom; says on the page how much there is. Gives the way to have it sent at once.
 */
export function tendOutbox(bar: HTMLElement, { outbox, words, besides }: BarSettings): () => void {
  const person = document.documentElement.dataset.viewer || null
  let failed = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async () => {
    clearTimeout(timer)
    await draw()
    const isDone = await sendAll({ person, patient: false, loadSender: () => import('../uploads/send-resumable.ts') })
    await draw()
    clearTimeout(timer)
    if (isDone) return
    failed += 1
    timer = setTimeout(send, retryDelay(failed))
  }
  const draw = async () => {
    const all = await entries()
    if (all.length === 0) mayWait(false)
    const signIn = person ? [] : all.filter(({ state }) => state.kind === 'sign_in')
    show('waiting', all.filter(isOnItsWay), words['outbox.waiting'])
    show(
      'needs-you',
      all.filter((one) => needsPerson(one) && !signIn.includes(one)),
      words['outbox.needs_you'],
    )
    show('sign-in', signIn, besides)
  }
  const show = (what: string, some: readonly Entry[], words: string) => {
    const before = bar.querySelector(`[data-outbox-${what}]`)
    if (some.length === 0 || location.pathname === outbox) return before?.remove()
    const sentence = words.replace('{count}', String(some.length))
    if (before?.textContent === sentence) return
    before?.remove()
    const said = document.createElement('p')
    said.setAttribute(`data-outbox-${what}`, '')
    said.append(outbox ? linkTo(`${outbox}#outbox`, sentence) : sentence)
    bar.append(said)
  }
  const anew = () => {
    failed = 0
    void send()
  }

  addEventListener('online', anew)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && anew())
  return anew
}

function linkTo(address: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = address
  link.textContent = words
  return link
}
