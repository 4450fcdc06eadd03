import type { BarSettings } from '../offline/bar-settings.ts'
import type { Speak } from '../report-form/speak.ts'

/** What a form says once it is kept on this device: that, and where it is seen that it waits. */
export function keptWords(say: Speak<'outbox.kept' | 'outbox.where'>): readonly (string | Node)[] {
  const bar = document.querySelector<HTMLElement>('[data-offline]')
  const { outbox } = JSON.parse(bar?.dataset.offline ?? '{}') as Partial<BarSettings> // safe: `OfflineBar` wrote it
  if (!outbox) return [say('outbox.kept')]
  const link = document.createElement('a')
  link.href = `${outbox}#outbox`
  link.textContent = say('outbox.where')
  return [say('outbox.kept'), ' ', link]
}
