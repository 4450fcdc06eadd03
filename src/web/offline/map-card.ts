import type { MapToKeep } from './device-settings.ts'
import { roomLeft } from './room.ts'
import { shelves } from './shelves.ts'

/** Keeps the city's streets here when the person says so, who knows their size; deletes them as willingly. */
export async function mapCard(card: HTMLElement): Promise<void> {
  const { address, files, words } = JSON.parse(card.dataset.keepMap ?? '') as MapToKeep // safe: `MapCard` wrote it
  const button = card.querySelector<HTMLButtonElement>('[data-act]')
  const said = card.querySelector('[data-said]')
  if (!button || !said || !('caches' in window)) return
  const size = await sizeOf(address)
  if (size === null) return
  const megabytes = inMegabytes(size)
  const tell = (sentence: string) => said.replaceChildren(sentence)

  const draw = async () => {
    const isKept = (await (await caches.open(shelves.map)).match(address)) !== undefined
    tell(isKept ? words['offline.map_kept'] : '')
    button.textContent = isKept
      ? words['offline.map_drop']
      : words['offline.map_keep'].replace('{megabytes}', megabytes)
    button.onclick = () => (isKept ? drop() : keep())
  }
  const drop = async () => {
    await caches.delete(shelves.map)
    await draw()
  }
  const keep = async () => {
    const left = await roomLeft()
    if (left !== null && left < size * 1.2) return tell(words['offline.map_no_room'].replace('{megabytes}', megabytes))
    button.setAttribute('aria-disabled', 'true')
    try {
      const whole = await read(address, (share) =>
        tell(words['offline.map_keeping'].replace('{percent}', String(Math.floor(share * 100)))),
      )
      await (await caches.open(shelves.built)).addAll([...files])
      await (await caches.open(shelves.map)).put(address, whole)
      await draw()
    } catch {
      await caches.delete(shelves.map)
      tell(words['offline.map_failed'])
    } finally {
      button.removeAttribute('aria-disabled')
    }
  }

  await draw()
  card.hidden = false
}

/** Bytes; null where the city has no streets, or nobody can be asked and they are not here. */
async function sizeOf(address: string): Promise<number | null> {
  try {
    const answer = await fetch(address, { method: 'HEAD' })
    return answer.status === 200 ? Number(answer.headers.get('content-length')) : null
  } catch {
    return null
  }
}

/** The whole file, read bit by bit so that the person sees how far it is. */
async function read(address: string, progress: (share: number) => void): Promise<Response> {
  const answer = await fetch(address)
  const size = Number(answer.headers.get('content-length'))
  if (!answer.ok || !answer.body) throw new Error(`the streets answered ${answer.status}`)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let have = 0
  const reader = answer.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value)
    have += part.value.byteLength
    progress(size > 0 ? have / size : 0)
  }
  return new Response(new Blob(chunks), { headers: answer.headers })
}

function inMegabytes(bytes: number): string {
  return String(Math.max(0.1, Math.round(bytes / 100_000) / 10)).replace(/\.0$/, '')
}
