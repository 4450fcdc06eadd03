import type { Addresses } from '#src/jobs/addresses.ts'
import { photoSides } from '#src/web/media/parts.ts'
import { paths } from '#src/web/routes.ts'

/** Where letters lead, on this origin. */
export function addressesAt(origin: string): Addresses {
  const largest = `${Math.max(...photoSides)}.webp`
  return {
    host: new URL(origin).hostname,
    report: (city, number, locale) => origin + paths(locale).report(city, number),
    desk: (city, number) => origin + paths('uk').deskReport(city, number),
    inbox: (city) => origin + paths('uk').desk(city),
    answer: (city, secret, locale) => origin + paths(locale).answer(city, secret),
    opinion: (city, secret, answer, locale) => `${origin}${paths(locale).opinion(city, secret)}?solved=${answer}`,
    stop: (city, key, locale) => origin + paths(locale).stopSupport(city, key),
    following: (city, key, locale, only) =>
      origin + paths(locale).changeFollowing(city, key) + (only ? `?only=${only}` : ''),
    confirmFollowing: (city, id, locale) => origin + paths(locale).confirmFollow(city, id),
    still: (city, number) => origin + paths('uk').still(city, number),
    media: ({ key, kind }) => origin + paths('uk').media(key, kind === 'photo' ? largest : 'poster.webp'),
  }
}
