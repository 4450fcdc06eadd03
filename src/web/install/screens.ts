import type { CityId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Handler } from '../context.ts'

/** A picture of the product in use in a city, shown where a browser offers to install it. */
export type Screen = {
  /** Changes with what it shows. */
  readonly file: string
  readonly locale: Locale
  readonly shows: ScreenName
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What there are pictures of: a phone's screens, and a computer's. */
export const screenNames = ['report', 'form', 'city'] as const
export type ScreenName = (typeof screenNames)[number]

export type Screens = ReadonlyMap<CityId, readonly Screen[]>

/** One of a city's pictures. */
export function screen(screens: Screens): Handler<'screen'> {
  return ({ guide, holes, problem }) => {
    const found = screens.get(guide.city.id)?.find(({ file }) => file === holes.file)
    if (!found) return problem({ kind: 'not_found' })
    const headers = { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' }
    return new Response(found.bytes, { headers })
  }
}
