import type { Point } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type FieldsOf, pointOf, text } from '../form/fields.ts'
import type { ShownPlace } from './place-words.ts'

type Props = { readonly t: Say; readonly found: readonly ShownPlace[] }

/** Without a script: the places that were found, each a button that puts it into the form. */
export function PlaceChoice({ t, found }: Props) {
  return (
    <section class="stack tight" aria-labelledby="found-places">
      <h3 id="found-places">{t('places.results')}</h3>
      {found.length === 0 && <p>{t('places.none_in_form')}</p>}
      <ul class="place-list">
        {found.map((place) => (
          <li key={`${place.title} ${place.lng} ${place.lat}`}>
            <button type="submit" class="button quiet small" name="at" value={chosenAs(place)}>
              {place.title}
            </button>{' '}
            <span class="soft">{place.note ? `${place.kindName}. ${place.note}` : place.kindName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The place that a button of {@link PlaceChoice} named; null when there is none, or somebody made it up. */
export function chosenPlace(fields: FieldsOf): { readonly title: string; readonly point: Point } | null {
  const [, lng = '', lat = '', title = ''] = /^([-\d.]+),([-\d.]+) (.+)$/.exec(text(fields, 'at')) ?? []
  const point = pointOf({ lng: [lng], lat: [lat] })
  return point ? { title, point } : null
}

function chosenAs({ lng, lat, title }: ShownPlace): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)} ${title}`
}
