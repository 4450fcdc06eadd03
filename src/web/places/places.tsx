import { placeAt } from '#src/domain/places/place-at.ts'
import { aroundPoint } from '#src/store/around-point.ts'
import { hasPlaces, sources } from '#src/store/gazetteer.ts'
import type { Handlers } from '../context.ts'
import type { CountTry } from '../limits.ts'
import { placesLike, pointIn, typedIn } from './asked-place.ts'
import type { PlaceAtAnswer } from './find-place-settings.ts'
import { sourceWords } from './place-sources.tsx'
import { placeAtWords, streetWords } from './place-words.ts'
import { NoPlaces, PlacesPage } from './places-page.tsx'

/** Finding a place by what a person types, a page with a list to choose from and the same list for a script; and the other way, what is at a point. */
export function placesHandlers(countTry: CountTry): Pick<Handlers, 'places' | 'placesJson' | 'placeAt'> {
  return {
    async places(context) {
      const { guide, means, t, to, url, now, network, problem, page } = context
      const { city } = guide
      const typed = typedIn(url.searchParams)
      const wait = typed ? await countTry('places_from_network', network, now) : null
      if (wait !== null) return problem({ kind: 'too_many', seconds: wait })

      const tx = means.store.of(city.id)
      const [found, isKnown, whose] = await Promise.all([
        typed ? placesLike(context, typed) : null,
        hasPlaces(tx),
        sources(tx),
      ])
      return page({
        title: t('places.title'),
        description: t('places.description', { city: city.nameOf[t.locale] }),
        body: isKnown ? <PlacesPage {...{ t, to, city, typed, found, whose }} /> : <NoPlaces {...{ t, to, city }} />,
        indexed: !typed,
        width: 'text',
      })
    },

    async placesJson(context) {
      const { guide, means, t, url, now, network, problem, json } = context
      const wait = await countTry('places_from_network', network, now)
      if (wait !== null) return problem({ kind: 'too_many', seconds: wait })

      const typed = typedIn(url.searchParams)
      const tx = means.store.of(guide.city.id)
      const [places, isKnown, whose] = await Promise.all([
        typed ? placesLike(context, typed) : [],
        hasPlaces(tx),
        sources(tx),
      ])
      return json({ places, isKnown, sources: sourceWords({ t, whose }) })
    },

    async placeAt(context) {
      const { guide, means, t, url, now, network, problem, json } = context
      const wait = await countTry('places_from_network', network, now)
      if (wait !== null) return problem({ kind: 'too_many', seconds: wait })

      const point = pointIn(url.searchParams, 'at')
      if (!point) return problem({ kind: 'not_found' })
      const around = await aroundPoint(means.store.of(guide.city.id), point)
      const at = placeAt(point, around)
      const answer: PlaceAtAnswer = {
        title: at && placeAtWords(at, t),
        street: at && streetWords(at, t),
        areas: around.areas.map(({ id, kind, name, approximate }) => ({ id, kind, name: name[t.locale], approximate })),
        sources: sourceWords({ t, whose: around.sources }),
      }
      return json(answer)
    },
  }
}
