import { mayWait } from '../outbox/drop-store.ts'
import type { BarSettings } from './bar-settings.ts'

/** Has what waits on this device sent; what does that is loaded only where something may wait. */
export function mindOutbox(bar: HTMLElement, settings: BarSettings): void {
  let tending: Promise<() => void> | undefined
  const tend = async () => {
    if (!mayWait()) return
    tending ??= import('../outbox/tend-outbox.ts').then(({ tendOutbox }) => tendOutbox(bar, settings))
    const again = await tending.catch(() => {
      tending = undefined
    })
    again?.()
  }
  document.addEventListener('outbox-changed', tend)
  void tend()
}
