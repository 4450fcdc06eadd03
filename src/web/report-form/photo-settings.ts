import type { PhotoWord } from './photo-words.ts'

/** What the browser needs to send files by itself: it travels in `data-photo-field`. */
export type PhotoSettings = {
  /** Where a file is sent. */
  readonly add: string
  /** Where a file is taken back; `{media}` is its id. */
  readonly remove: string
  readonly most: number
}

/** The sentences that the field may say in the browser: they travel in `data-words`. */
export type PhotoWords = Readonly<Record<PhotoWord, string>>

/** The longest side a photo keeps; a street and its house number stay readable. Pixels. */
export const longestSide = 2048
/** Seconds, and bytes: the server holds the same. */
export const longestVideo = 60
export const largestFile = 100 * 1024 * 1024
