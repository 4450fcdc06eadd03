import type { Locale } from '#src/domain/locale.ts'

export const workerWords = [
  'offline.from',
  'offline.returned',
  'offline.slow',
  'offline.near',
  'offline.not_kept',
  'offline.not_sent',
  'offline.not_left',
  'offline.again',
  'offline.back',
] as const

export type WorkerWord = (typeof workerWords)[number]

/** What the server tells the worker, ahead of its script. */
export type WorkerSettings = {
  /** Addresses of the built files that every page may need, whose names change with what is in them. */
  readonly files: readonly string[]
  /** Of those that only a map needs. */
  readonly mapFiles: readonly string[]
  /** Where forms lead that end a session on this device. */
  readonly leaving: readonly string[]
  /** Where a browser says how it is reached. */
  readonly addDevice: string
  /** A person's own page, by the language. */
  readonly mine: Readonly<Record<string, string>>
  readonly words: Readonly<Record<Locale, Readonly<Record<WorkerWord, string>>>>
}
