import { dropStore, mayWait } from '../outbox/drop-store.ts'
import type { BarSettings } from './bar-settings.ts'

/** Under this name the device knows whose page it showed last. */
const shelf = 'person'

/**
 * What one person typed, sent and chose here, no other person finds: it goes when another signs in, who is told how much
 * could not be sent, and when they sign out, once they have agreed to lose it.
 */
export function keepToOne(bar: HTMLElement, { besides }: BarSettings): void {
  const { viewer = '' } = document.documentElement.dataset
  const before = read()
  if (viewer && before && before !== viewer) void giveWay(bar, besides)
  if (viewer) write(viewer)
  // What is kept for everyone names nobody; who had signed in here still has.
  if (!viewer && before && document.querySelector('[data-kept]')) drawForKnown()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-leaving]'))
    form.addEventListener('submit', (event) => {
      // Without a connection nobody leaves: they stay signed in, with all that is theirs.
      if (event.defaultPrevented || !navigator.onLine) return
      if (!mayWait()) return forgetTyped()
      event.preventDefault()
      void leave(form, form.dataset.leaving ?? '')
    })
}

function drawForKnown(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-mine]')
  if (link) {
    const { mine = '', mineWords = '', mineBrief = '' } = link.dataset
    link.href = mine
    link.setAttribute('aria-label', mineWords)
    link.replaceChildren(part('full', mineWords), part('brief', mineBrief))
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-for-visitor]')) part.hidden = true
}

function part(className: string, textContent: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className, textContent })
}

async function giveWay(bar: HTMLElement, words: string): Promise<void> {
  const left = mayWait() ? await countUnsent() : 0
  forgetTyped()
  if (left === 0) return
  const said = document.createElement('p')
  said.textContent = words.replace('{count}', String(left))
  bar.append(said)
}

async function leave(form: HTMLFormElement, words: string): Promise<void> {
  const left = await countUnsent()
  if (left > 0 && !confirm(words.replace('{count}', String(left)))) return
  forgetTyped()
  form.submit()
}

async function countUnsent(): Promise<number> {
  try {
    const { entries } = await import('../outbox/outbox.ts')
    return (await entries()).filter(({ state }) => state.kind !== 'sent').length
  } catch {
    return 0
  }
}

function forgetTyped(): void {
  dropStore()
  try {
    for (const name of Object.keys(localStorage))
      if (name === shelf || name.startsWith('draft:')) localStorage.removeItem(name)
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(shelf)
  } catch {
    return null
  }
}

function write(viewer: string): void {
  try {
    localStorage.setItem(shelf, viewer)
  } catch {
    // As above.
  }
}
