import type { City } from '#src/domain/city.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import { longestQuery } from '#src/domain/places/query.ts'
import type { Say } from '#src/text/catalogue.ts'
import { TextField } from '../form/field.tsx'
import type { Paths } from '../routes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PlaceSources } from './place-sources.tsx'
import type { ShownPlace } from './place-words.ts'

type PlacesPageProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: City
  readonly typed: string
  /** Null while nothing was asked for. */
  readonly found: readonly ShownPlace[] | null
  readonly whose: readonly PlaceSource[]
}

/** Where an address is looked for without a script, and what was found, to begin a report at. */
export function PlacesPage({ t, to, city, typed, found, whose }: PlacesPageProps) {
  return (
    <div class="stack">
      <h1>{t('places.title')}</h1>
      <search>
        <form method="get" action={to.places(city.id)} class="stack tight">
          <TextField
            name="q"
            type="search"
            label={t('places.query')}
            hint={t('places.query_hint')}
            value={typed}
            maxLength={longestQuery}
            autocomplete="off"
          />
          <p class="acts">
            <button type="submit" class="button">
              {t('places.find')}
            </button>
          </p>
        </form>
      </search>
      {found && (
        <section class="stack tight" aria-labelledby="found">
          <h2 id="found">{t('places.results')}</h2>
          {found.length > 0 ? (
            <ul class="place-list">
              {found.map((place) => (
                <li key={`${place.kind} ${place.title} ${place.lng} ${place.lat}`} class="card">
                  <p>
                    <b>{place.title}</b> <span class="soft">{place.kindName}</span>
                  </p>
                  {place.note && <p class="soft">{place.note}</p>}
                  <p>
                    <a
                      href={formAt(to.reportForm(city.id), place)}
                      aria-label={t('places.report_here_at', { place: place.title })}
                    >
                      {t('places.report_here')}
                    </a>{' '}
                    ·{' '}
                    <a
                      rel="nofollow"
                      href={`${to.showFollow(city.id)}?at=${place.lat.toFixed(5)},${place.lng.toFixed(5)}`}
                      aria-label={t('places.follow_here_at', { place: place.title })}
                    >
                      {t('places.follow_here')}
                    </a>
                  </p>
                </li>
              ))}
            </ul>
          ) : (
            <EmptyState title={t('places.none')}>
              <p>{t('places.none_hint')}</p>
            </EmptyState>
          )}
        </section>
      )}
      <PlaceSources t={t} whose={whose} />
    </div>
  )
}

/** Where nobody has brought the city's places: the form takes a place in words. */
export function NoPlaces({ t, to, city }: Pick<PlacesPageProps, 't' | 'to' | 'city'>) {
  return (
    <div class="stack">
      <h1>{t('places.title')}</h1>
      <EmptyState title={t('places.none_yet')}>
        <p>{t('places.none_yet_hint')}</p>
        <a class="button" href={to.reportForm(city.id)}>
          {t('nav.report_problem')}
        </a>
      </EmptyState>
    </div>
  )
}

/** The form of a report, with this place in it. */
function formAt(form: string, { title, lng, lat }: ShownPlace): string {
  const place = new URLSearchParams({ address: title, lng: lng.toFixed(6), lat: lat.toFixed(6) })
  return `${form}?${place}`
}
