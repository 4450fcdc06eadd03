import type { Point } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'

/** The point in another map: on the web, and in whatever the phone has. */
export function Elsewhere({ t, point: { lng, lat } }: { readonly t: Say; readonly point: Point }) {
  const at = `${lat.toFixed(6)},${lng.toFixed(6)}`
  const osm = `https://www.openstreetmap.org/?mlat=${lat.toFixed(6)}&mlon=${lng.toFixed(6)}#map=18/${lat.toFixed(5)}/${lng.toFixed(5)}`
  return (
    <p class="soft elsewhere">
      <a href={osm} rel="external noopener noreferrer">
        {t('report.open_osm')}
      </a>
      <a href={`geo:${at}?q=${at}`}>{t('report.open_geo')}</a>
    </p>
  )
}
