export const barWords = ['offline.new_version', 'offline.update'] as const

export type BarWord = (typeof barWords)[number]

/** What every page's script knows of the device: it travels in `data-offline`. */
export type BarSettings = {
  readonly worker: string
  readonly words: Readonly<Record<BarWord, string>>
}
