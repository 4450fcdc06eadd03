import type { Crossing } from '#src/domain/places/crossing.ts'
import type { PlaceKind } from '#src/domain/places/place.ts'
import type { Named, PlaceAt } from '#src/domain/places/place-at.ts'
import type { Hit } from '#src/domain/places/rank.ts'
import type { Point } from '#src/domain/report.ts'
import type { FoundPlaces } from '#src/operations/find-places.ts'
import type { Say } from '#src/text/catalogue.ts'

/** A place that was found, in a person's words: what a list shows, and what a script is sent. */
export type ShownPlace = Point & {
  readonly kind: PlaceKind | 'house' | 'crossing'
  /** What the form writes into its address. */
  readonly title: string
  /** What kind of place it is, in words. */
  readonly kindName: string
  /** Why it is not exactly what was asked for; null when it is. */
  readonly note: string | null
  /** False where only the street is known, or its place is an estimate. */
  readonly exact: boolean
}

/** Everything found, best first: crossings, then the rest. */
export function shownPlaces({ crossings, hits }: FoundPlaces, t: Say, most: number): readonly ShownPlace[] {
  return [...crossings.map((one) => shownCrossing(one, t)), ...hits.map((one) => shownHit(one, t))].slice(0, most)
}

function shownCrossing({ one, other, at, rough }: Crossing, t: Say): ShownPlace {
  return {
    ...at,
    kind: 'crossing',
    title: t('places.crossing', { one: nameOf(one, t), other: nameOf(other, t) }),
    kindName: t('places.kind.crossing'),
    note: rough ? t('places.rough_crossing') : null,
    exact: !rough,
  }
}

function shownHit({ place, at, found }: Hit, t: Say): ShownPlace {
  const name = nameOf(place, t)
  const kind = found.kind === 'place' ? place.kind : 'house'
  const title = found.kind === 'place' ? name : t('places.house', { street: name, house: found.house })
  const old = place.old ? t('places.old_name', { name: place.matched }) : null
  const notes = [old, noteOn(found, t)].filter((note) => note !== null)
  return {
    ...at,
    kind,
    title,
    kindName: t(`places.kind.${kind}`),
    note: notes.join('. ') || null,
    exact: found.kind === 'place' || found.kind === 'house',
  }
}

function noteOn(found: Hit['found'], t: Say): string | null {
  if (found.kind === 'estimate') return t('places.estimate', { below: found.between[0], above: found.between[1] })
  return found.kind === 'unknown_house' ? t('places.unknown_house', { house: found.house }) : null
}

/** Where a point is, as an address is written. */
export function placeAtWords(place: PlaceAt, t: Say): string {
  switch (place.kind) {
    case 'house':
      return t('places.house', { street: nameOf(place.street, t), house: place.house })
    case 'between_houses': {
      const [one, other] = place.between
      return t('places.between_houses', { street: nameOf(place.street, t), one, other })
    }
    case 'between_streets': {
      const [one, other] = place.between
      return t('places.between_streets', {
        street: nameOf(place.street, t),
        one: nameOf(one, t),
        other: nameOf(other, t),
      })
    }
    case 'street':
      return nameOf(place.street, t)
    case 'near':
      return t('places.near', { place: nameOf(place.landmark, t) })
  }
}

/** The street that a point lies on; null where it lies on none. */
export function streetWords(place: PlaceAt, t: Say): string | null {
  return 'street' in place ? nameOf(place.street, t) : null
}

function nameOf({ name, english }: Named, { locale }: Say): string {
  return locale === 'en' && english ? english : name
}
