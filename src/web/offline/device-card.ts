import { dropStore } from '../outbox/drop-store.ts'
import { languageTag } from '../report-form/speak.ts'
import type { DeviceWords } from './device-settings.ts'
import { roomLeft, roomUsed } from './room.ts'

/** Bytes; less is said to be little: a minute of video is some hundred megabytes. */
const little = 200_000_000

/** Says how much is kept here and for how much there is room, and deletes all of it when asked. */
export async function deviceCard(card: HTMLElement): Promise<void> {
  const words = JSON.parse(card.dataset.device ?? '') as DeviceWords // safe: `DeviceCard` wrote it
  const room = card.querySelector('[data-room]')
  const said = card.querySelector('[data-said]')
  const mayVanish = card.querySelector<HTMLElement>('[data-may-vanish]')

  const draw = async () => {
    const [used, left] = await Promise.all([roomUsed(), roomLeft()])
    if (left === null) return
    const sentence = words[left < little ? 'offline.room_low' : 'offline.room']
    room?.replaceChildren(sentence.replace('{used}', inWords(used ?? 0)).replace('{left}', inWords(left)))
    if (mayVanish) mayVanish.hidden = (await navigator.storage.persisted?.().catch(() => false)) === true
  }
  card.querySelector('[data-clear]')?.addEventListener('click', async () => {
    if (!confirm(words['offline.clear_sure'])) return
    await clearDevice()
    said?.replaceChildren(words['offline.cleared'])
    await draw()
  })
  await draw()
  card.hidden = false
}

/** All that is kept here of anyone, and the worker that would keep more. */
async function clearDevice(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.unregister()
  dropStore()
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
  try {
    localStorage.clear()
  } catch {
    // Nothing can be kept there, so nothing is.
  }
}

/** «12 МБ», "10.7 GB". */
function inWords(bytes: number): string {
  const [unit, size] = bytes < 1_000_000_000 ? ['megabyte', bytes / 1_000_000] : ['gigabyte', bytes / 1_000_000_000]
  const maximumFractionDigits = unit === 'megabyte' ? 0 : 1
  const format = { style: 'unit', unit, maximumFractionDigits } as const
  return size.toLocaleString(languageTag(), format)
}
