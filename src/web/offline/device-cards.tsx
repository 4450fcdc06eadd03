import type { Say } from '#src/text/catalogue.ts'
import { deviceWords, type MapToKeep, mapWords } from './device-settings.ts'
import { wordsOf } from './words-of.ts'

type MapProps = { readonly t: Say; readonly address: string; readonly files: readonly string[] }

/** Keeps the city's streets on the device when asked; shown by the script where the city has any, with their size. */
export function MapCard({ t, address, files }: MapProps) {
  const settings: MapToKeep = { address, files, words: wordsOf(t, mapWords) }
  return (
    <section class="card stack tight" aria-labelledby="map" data-keep-map={JSON.stringify(settings)} hidden>
      <h2 id="map">{t('offline.map')}</h2>
      <p>{t('offline.map_lead')}</p>
      <p role="status" data-said />
      <p class="acts">
        <button type="button" class="button quiet" data-act />
      </p>
    </section>
  )
}

/** How much is kept, whether it may vanish, and the way to be rid of it; shown by the script. */
export function DeviceCard({ t }: { readonly t: Say }) {
  return (
    <section
      class="card stack tight"
      aria-labelledby="device"
      data-device={JSON.stringify(wordsOf(t, deviceWords))}
      hidden
    >
      <h2 id="device">{t('offline.device')}</h2>
      <p data-room />
      <p class="soft" data-may-vanish hidden>
        {t('offline.may_vanish')}
      </p>
      <p role="status" data-said />
      <p class="acts">
        <button type="button" class="button quiet" data-clear>
          {t('offline.clear')}
        </button>
      </p>
    </section>
  )
}
