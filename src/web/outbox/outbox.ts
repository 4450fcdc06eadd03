import { keptFiles } from '../report-form/kept-files.ts'
import { onDevice } from './device-store.ts'
import { mayWait } from './drop-store.ts'
import type { Entry, EntryState } from './entry.ts'

/** Keeps an entry, or its newer text, so that not even an empty battery loses it. False where there is no room. */
export async function putEntry(entry: Entry): Promise<boolean> {
  const isKept = await onDevice(async (store) => {
    const writing = store.transaction('entries', 'readwrite', { durability: 'strict' })
    await Promise.all([writing.store.put(entry), writing.done])
    return true
  })
  if (isKept) mayWait(true)
  return isKept === true
}

/** In the order in which they were written. */
export async function entries(): Promise<readonly Entry[]> {
  const all = (await onDevice((store) => store.getAll('entries'))) ?? []
  return all.sort((one, other) => one.writtenAt - other.writtenAt)
}

export async function findEntry(id: string): Promise<Entry | null> {
  return (await onDevice((store) => store.get('entries', id))) ?? null
}

/** Says what became of an entry; nothing where it was deleted meanwhile. */
export function become(id: string, state: EntryState): Promise<void> {
  return change(id, (entry) => ({ ...entry, state, inHand: false }))
}

/** Changes an entry in one transaction, so that no two who write at once lose a word of one another. */
export async function change(id: string, changed: (entry: Entry) => Entry): Promise<void> {
  await onDevice(async (store) => {
    const writing = store.transaction('entries', 'readwrite')
    const entry = await writing.store.get(id)
    if (entry) await writing.store.put(changed(entry))
    await writing.done
  })
}

/** Deletes an entry and its files. */
export async function dropEntry(id: string): Promise<void> {
  await takeBack(id)
  await keptFiles.dropAll(id)
}

/** Sends an entry no more: its form is in the hands of the person, with its files. */
export async function takeBack(id: string): Promise<void> {
  await onDevice((store) => store.delete('entries', id))
}

/** Whether photos and videos wait for a link that costs nothing. */
export async function waitsForWifi(): Promise<boolean> {
  return (await onDevice((store) => store.get('choices', 'wifi'))) ?? false
}

export async function chooseWifi(chosen: boolean): Promise<void> {
  await onDevice((store) => store.put('choices', chosen, 'wifi'))
}
