import type { ComponentChildren } from 'preact'

import type { CityId } from '#src/domain/id.ts'
import { catalogues, type Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import type { FindPlaceSettings } from './find-place-settings.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly city: CityId
  /** The one text field in it becomes a combobox of the city's places. */
  readonly children: ComponentChildren
}

/** Around the field of an address: the script offers places as one types, and moves the point of the form. */
export function FindPlace({ t, to, city, children }: Props) {
  const raw = catalogues[t.locale]
  const settings: FindPlaceSettings = {
    search: to.placesJson(city),
    at: to.placeAt(city),
    words: {
      list: t('places.results'),
      found: raw['places.found'],
      none: t('places.none_in_form'),
      offer: raw['places.offer'],
      write: t('places.write'),
    },
  }
  return (
    <div class="find-place" data-find-place={JSON.stringify(settings)}>
      {children}
    </div>
  )
}
