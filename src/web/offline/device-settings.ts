export const mapWords = [
  'offline.map_keep',
  'offline.map_keeping',
  'offline.map_kept',
  'offline.map_drop',
  'offline.map_no_room',
  'offline.map_failed',
] as const

export const deviceWords = ['offline.room', 'offline.room_low', 'offline.clear_sure', 'offline.cleared'] as const

/** What the browser needs to keep a city's streets: it travels in `data-keep-map`. */
export type MapToKeep = {
  readonly address: string
  /** What draws them. */
  readonly files: readonly string[]
  readonly words: Readonly<Record<(typeof mapWords)[number], string>>
}

export type DeviceWords = Readonly<Record<(typeof deviceWords)[number], string>>
