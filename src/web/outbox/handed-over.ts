import { onDevice } from './device-store.ts'

/** What another app handed over while nobody answered: it waits here for the next form of a report. */
export type HandedOver = { readonly words: string; readonly files: readonly File[]; readonly at: number }

/** Milliseconds: what is older than a day nobody expects in a form any more. */
const longest = 24 * 60 * 60 * 1000

export const handedOver = {
  /** False where there is no room for it. */
  async keep(handed: HandedOver): Promise<boolean> {
    return (await onDevice((store) => store.add('handed', handed))) !== null
  },
  /** What waits, oldest first. */
  async waiting(now: number): Promise<readonly HandedOver[]> {
    const all = (await onDevice((store) => store.getAll('handed'))) ?? []
    return all.filter(({ at }) => now - at < longest)
  },
  async drop(): Promise<void> {
    await onDevice((store) => store.clear('handed'))
  },
}
