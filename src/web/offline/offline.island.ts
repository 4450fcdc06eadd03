import type { BarSettings } from './bar-settings.ts'
import { hearOfVersions } from './hear-of-versions.ts'
import { keepToOne } from './keep-to-one.ts'
import { mindOutbox } from './mind-outbox.ts'

const bar = document.querySelector<HTMLElement>('[data-offline]')
if (bar) {
  const settings = JSON.parse(bar.dataset.offline ?? '') as BarSettings // safe: `OfflineBar` wrote it
  keepToOne(bar, settings)
  // What was typed there is found as it was left; a link alone would open the form anew.
  document.querySelector('[data-back]')?.addEventListener('click', (event) => {
    event.preventDefault()
    history.back()
  })
  const kept = document.querySelector<HTMLElement>('[data-returned]')
  addEventListener('online', () => kept?.firstElementChild?.replaceChildren(kept.dataset.returned ?? ''))
  // When the page is whole: nothing that it needs waits for what is kept of it.
  const begin = () => {
    setTimeout(hearOfVersions, 0, bar, settings)
    mindOutbox(bar, settings)
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
