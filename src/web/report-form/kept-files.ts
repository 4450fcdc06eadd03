import { onDevice } from '../outbox/device-store.ts'

/** A file of a form that is not sent yet. */
export type KeptFile = {
  readonly id: string
  /** The key of its form. */
  readonly form: string
  readonly at: number
  readonly file: File
  /** The address at which it goes on; null before its first byte has left. */
  readonly upload: string | null
  /** The id that the server gave it. It forgets a file that waits for its form for more than a day; the device does not. */
  readonly taken?: string | null
  /** How often it was begun to be made smaller; null or none when it is as it is sent, and its bytes stay as they are. */
  readonly begun?: number | null
}

/** True when its bytes stay as they are: it was made ready, or some of it is at the server already. */
export function staysAsItIs({ upload, begun }: Pick<KeptFile, 'upload' | 'begun'>): boolean {
  return upload !== null || (begun ?? null) === null
}

/** Milliseconds: as long as the server keeps files without a report. */
const longest = 24 * 60 * 60 * 1000

/** Files on this device until their form is sent, so that a crash loses none. Where a browser gives no room, it keeps nothing. */
export const keptFiles = {
  /** False where there is no room for it. */
  async keep(kept: KeptFile): Promise<boolean> {
    return (await onDevice((store) => store.put('files', kept))) !== null
  },
  /** Writes down how far it is, where it is still kept: who left the device has taken it along, and nothing of it comes back. */
  async change(kept: KeptFile): Promise<void> {
    await onDevice(async (store) => {
      const { store: files, done } = store.transaction('files', 'readwrite')
      if (await files.getKey(kept.id)) await files.put(kept)
      await done
    })
  },
  async drop(id: string): Promise<void> {
    await onDevice((store) => store.delete('files', id))
  },
  /** All of a form. */
  async dropAll(form: string): Promise<void> {
    for (const { id } of await keptFiles.of(form)) await keptFiles.drop(id)
  },
  /** The one that has this id at the server. */
  async dropTaken(taken: string): Promise<void> {
    for (const file of await all()) if (file.taken === taken) await keptFiles.drop(file.id)
  },
  /** Those of a form, in the order of picking. */
  async of(form: string): Promise<readonly KeptFile[]> {
    return (await all()).filter((kept) => kept.form === form).sort((one, other) => (one.id < other.id ? -1 : 1))
  },
  /** Deletes what is older than a day and belongs to no form that waits here to be sent. */
  async tidy(now: number): Promise<void> {
    const waiting = (await onDevice((store) => store.getAllKeys('entries'))) ?? []
    for (const { id, form, at } of await all())
      if (now - at > longest && !waiting.includes(form)) await keptFiles.drop(id)
  },
}

async function all(): Promise<readonly KeptFile[]> {
  return (await onDevice((store) => store.getAll('files'))) ?? []
}
