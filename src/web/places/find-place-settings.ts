import type { Point } from '#src/domain/report.ts'
import type { Offer } from './combobox.ts'

/** What the browser needs to know to find places: it travels in `data-find-place`. */
export type FindPlaceSettings = {
  /** Answers as {@link PlacesAnswer}. */
  readonly search: string
  readonly words: FindPlaceWords
}

/** Sentences with their holes: they are filled in the browser. */
export type FindPlaceWords = Readonly<Record<'list' | 'found' | 'none', string>>

export type FoundPlace = Point & Offer

export type PlacesAnswer = { readonly places: readonly FoundPlace[]; readonly sources: readonly string[] }
