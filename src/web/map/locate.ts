import type { Point } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'

export type Located = {
  readonly point: Point /** The radius in which the person surely is. */
  readonly metres: number
}
export type NotLocated = 'denied' | 'unknown' | 'too_long'

/** Where the person is now, by the browser, which asks them first. Call it on a tap only. */
export function locate(): Promise<Result<Located, NotLocated>> {
  const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 }
  return new Promise((answer) => {
    if (!('geolocation' in navigator)) return answer(refuse('unknown'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => answer(ok({ point: { lng: coords.longitude, lat: coords.latitude }, metres: coords.accuracy })),
      ({ code }) => answer(refuse(problems[code] ?? 'unknown')),
      options,
    )
  })
}

/** The codes of GeolocationPositionError. */
const problems: Readonly<Record<number, NotLocated>> = { 1: 'denied', 2: 'unknown', 3: 'too_long' }
