import type { AreaKind } from '#src/domain/area.ts'
import type { AreaId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import type { Offer } from './combobox.ts'

/** What the browser needs to know to find places: it travels in `data-find-place`. */
export type FindPlaceSettings = {
  /** Addresses that answer as {@link PlacesAnswer} and {@link PlaceAtAnswer}. */
  readonly search: string
  readonly at: string
  readonly words: FindPlaceWords
}

/** Sentences with their holes: they are filled in the browser. */
export type FindPlaceWords = Readonly<Record<'list' | 'found' | 'none' | 'offer' | 'write', string>>

export type FoundPlace = Point & Offer

export type PlacesAnswer = {
  readonly places: readonly FoundPlace[]
  /** False where nobody has brought the city's places. */
  readonly isKnown: boolean
  readonly sources: readonly string[]
}

/** What is at a point, in words; null where nothing is near. */
export type PlaceAtAnswer = {
  readonly title: string | null
  readonly street: string | null
  /** Those that it lies in, widest first. */
  readonly areas: readonly {
    readonly id: AreaId
    readonly kind: AreaKind
    readonly name: string
    readonly approximate: boolean
  }[]
  readonly sources: readonly string[]
}
