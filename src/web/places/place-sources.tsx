import type { PlaceSource } from '#src/domain/places/place.ts'
import type { Say } from '#src/text/catalogue.ts'

type Props = { readonly t: Say; readonly whose: readonly PlaceSource[] }

/** Whose data places are: stands wherever they are shown, as their licences ask. */
export function PlaceSources({ t, whose }: Props) {
  if (whose.length === 0) return null
  const [before = '', after = ''] = t('places.sources', { sources: '\n' }).split('\n')
  return (
    <p class="soft place-sources">
      {before}
      {whose.map((source, at) => (
        <>
          {at > 0 && ', '}
          {source.licence === 'openstreetmap' ? (
            <a href={osmCopyright}>{t('places.openstreetmap')}</a>
          ) : (
            source.attribution
          )}
        </>
      ))}
      {after}
    </p>
  )
}

const osmCopyright = 'https://www.openstreetmap.org/copyright'

/** The same in plain words. */
export function sourceWords({ t, whose }: Props): readonly string[] {
  return whose.map((source) => (source.licence === 'openstreetmap' ? t('places.openstreetmap') : source.attribution))
}
