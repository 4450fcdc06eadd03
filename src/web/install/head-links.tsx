import type { City } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { palettes } from '../still/palettes.ts'
import { iconAddress } from './icons.ts'

/** What a phone reads of a page before anybody installs: the colours of its bar, and in a city the city's manifest and icon. */
export function AppLinks({ t, to, city }: { readonly t: Say; readonly to: Paths; readonly city: City | null }) {
  const { light, dark } = palettes
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={light.colours.paper} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark.colours.paper} />
      {city && (
        <>
          <link rel="manifest" href={to.manifest(city.id)} data-share={to.shareToReport(city.id)} />
          <link rel="apple-touch-icon" href={iconAddress(to, city, 'apple-180.png')} />
          <meta name="apple-mobile-web-app-title" content={city.name[t.locale]} />
        </>
      )}
    </>
  )
}
