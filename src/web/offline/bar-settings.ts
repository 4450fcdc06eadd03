export const barWords = [
  'offline.new_version',
  'offline.new_version_later',
  'offline.update',
  'outbox.waiting',
  'outbox.needs_you',
] as const

/** What a page says besides where somebody is signed in, and where nobody is. */
export const besides = { person: 'outbox.dropped', visitor: 'outbox.sign_in_first' } as const

export type BarWord = (typeof barWords)[number]

/** What every page's script knows of the device: it travels in `data-offline`. */
export type BarSettings = {
  readonly worker: string
  /** Where what waits to be sent is shown; null on a visitor's page of no city. */
  readonly outbox: string | null
  readonly words: Readonly<Record<BarWord, string>>
  readonly besides: string
}
