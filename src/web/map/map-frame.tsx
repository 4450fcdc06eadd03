import type { JSX } from 'preact'
import type { Guide } from '#src/domain/guide.ts'
import type { Locale } from '#src/domain/locale.ts'
import { say } from '#src/text/catalogue.ts'
import { Picture, useHasPictures } from '../pictures/picture.tsx'
import { paths } from '../routes.ts'
import { stillSizes } from '../still/addresses.ts'
import { packed } from './packed-outline.ts'
import type { MapKind, MapUse, PackedSettings } from './settings.ts'
import { type MapWord, mapWords } from './words.ts'

export type MapFrameProps = {
  readonly use: MapUse
  readonly locale: Locale
  readonly guide: Pick<Guide, 'city' | 'outline'>
  /** Shown until somebody asks for the map itself. */
  readonly still?: StillOnPage | null
}

/** A picture of the place, in both themes, and whose data it shows. */
export type StillOnPage = { readonly light: string; readonly dark: string; readonly sources: string }

/**
 * The place of a map on a page: useful before it loads, and without a script. A `place` map stands inside the form
 * whose inputs `lng` and `lat` it fills.
 */
export function MapFrame(props: MapFrameProps): JSX.Element {
  const { locale, use } = props
  const still = useHasPictures() ? props.still : null
  const { kind } = use
  const word = say(locale)
  const corrects = use.kind === 'place' && use.corrects
  const words = mapWords(locale, kind)
  return (
    <section
      class={`map-frame map-of-${kind}`}
      aria-label={word(title[kind])}
      data-map={JSON.stringify(settingsFrom(props))}
      data-words={JSON.stringify(
        corrects ? { ...words, 'map.no_basemap_place': word('map.no_basemap_correction') } : words,
      )}
      data-state="waiting"
    >
      <div class="map" data-map-canvas>
        <div class={still ? 'map-wait over-still' : 'map-wait'}>
          {still && <Still still={still} alt={word('map.still')} />}
          <p class="map-note" role="status" data-map-note>
            {word(corrects ? 'map.beside_correction' : beside[kind])}
          </p>
          <button type="button" class="button quiet small" data-map-show hidden>
            {word('map.show')}
          </button>
          {!still && (
            <noscript>
              <p class="soft">{word('map.needs_script')}</p>
            </noscript>
          )}
        </div>
      </div>
      {kind === 'place' && <PlaceButtons word={word} locates={!corrects} />}
      <p class="soft map-said" role="status" data-map-said />
    </section>
  )
}

function settingsFrom({ use, locale, guide: { city, outline } }: MapFrameProps): PackedSettings {
  const to = paths(locale)
  const reportAddress = to.report(city.id, 0).replace(/0$/, '{number}')
  return { use, locale, outline: packed(outline), basemap: to.basemap(city.id), reportAddress }
}

function Still({ still: { light, dark, sources }, alt }: { still: StillOnPage; alt: string }): JSX.Element {
  return (
    <figure class="map-still">
      <Picture src={light} dark={dark} alt={alt} {...stillSizes.large} loading="lazy" />
      {sources && <figcaption>{sources}</figcaption>}
    </figure>
  )
}

/** Shown by the script: without it they could do nothing. */
function PlaceButtons({ word, locates }: { word: (name: MapWord) => string; locates: boolean }): JSX.Element {
  return (
    <div class="map-acts" data-map-acts hidden>
      {locates && (
        <button type="button" class="button quiet small" data-map-locate>
          {word('map.place.locate')}
        </button>
      )}
      <button type="button" class="button quiet small" data-map-remove hidden>
        {word('map.place.remove')}
      </button>
    </div>
  )
}

const title = {
  reports: 'map.title',
  page: 'map.title',
  report: 'map.title_report',
  place: 'map.title_place',
} as const satisfies Record<MapKind, MapWord>

const beside = {
  reports: 'map.beside',
  page: 'map.beside_page',
  report: 'map.beside_report',
  place: 'map.beside_place',
} as const satisfies Record<MapKind, MapWord>
