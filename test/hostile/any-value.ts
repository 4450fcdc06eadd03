import fc from 'fast-check'

import { rejectReasons } from '#src/domain/act.ts'
import { traits } from '#src/domain/figures.ts'
import type { Guide } from '#src/domain/guide.ts'
import { lifecycle } from '#src/domain/lifecycle.ts'
import { statuses } from '#src/domain/report.ts'
import type { Holes } from '#src/web/routes.ts'
import { hostileTexts } from './hostile-text.ts'

/** What exists in the house under fire, so that a request can be nearly right. */
export type Known = {
  readonly guide: Guide
  /** Cookies of people who are signed in. */
  readonly sessions: readonly string[]
  readonly numbers: readonly number[]
  /** Keys of forms that have files, or a draft, or a report. */
  readonly keys: readonly string[]
  readonly media: readonly string[]
  readonly mediaKeys: readonly string[]
  readonly secrets: readonly string[]
  /** Files on their way. */
  readonly uploads: readonly string[]
  /** Keys that end somebody's support of a report. */
  readonly stops: readonly string[]
}

/** A text that somebody made up to break something, or any other. */
export const hostile = fc.oneof(
  fc.constantFrom(...Object.values(hostileTexts)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
)

/** What stands in a hole of an address: nearly always what may stand there. */
export function hole(name: keyof Holes, known: Known): fc.Arbitrary<string | number> {
  const right: Record<keyof Holes, fc.Arbitrary<string | number>> = {
    city: fc.constant(known.guide.city.id),
    number: fc.constantFrom(...known.numbers, 0, 999_999_999),
    act: fc.constantFrom(...Object.keys(lifecycle)),
    media: fc.constantFrom(...known.media, crypto.randomUUID()),
    upload: fc.constantFrom(...known.uploads, 'A'.repeat(32)),
    key: fc.constantFrom(...known.mediaKeys, 'A'.repeat(30)),
    organization: fc.constantFrom(...known.guide.organizations.keys(), 'nobody'),
    area: fc.constantFrom(...known.guide.areas.keys(), 'nowhere'),
    secret: fc.constantFrom(...known.secrets, 'A'.repeat(30)),
    part: fc.constantFrom('320.webp', '960.webp', '2048.webp', 'poster.webp', 'video.mp4', 'video.webm', '320.svg'),
    file: fc.constantFrom('look.css', '..', '.env'),
    stop: fc.constantFrom(...known.stops, crypto.randomUUID()),
    follow: fc.constant(crypto.randomUUID()),
    subscription: fc.constant(crypto.randomUUID()),
    device: fc.constant(crypto.randomUUID()),
    z: fc.constantFrom(0, 8, 13, 18, 19),
    x: fc.constantFrom(0, 4748, 151_941, 999_999),
    y: fc.constantFrom(0, 2759, 88_301, 999_999),
    page: fc.integer({ min: 1, max: 3 }),
    day: fc.constantFrom('latest', '2026-01-01', '9999-99-99'),
  }
  return fc.oneof(
    { weight: 12, arbitrary: right[name] },
    { weight: 1, arbitrary: hostile.map((text) => text.toWellFormed()) },
  )
}

/** Right so many times for each that it is hostile: what comes after the first look is to be reached too. */
export function value(name: string, known: Known, rightness: number): fc.Arbitrary<string> {
  const { guide } = known
  const ids = fc.constantFrom(...known.media, crypto.randomUUID())
  const dates = fc.constantFrom(
    '2026-01-31',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '9999-99-99',
    '-000001-01-01',
    '+275760-09-13',
  )
  const months = fc.constantFrom('2026-01', '1000-01', '2999-12', '2026-13')
  const right: Record<string, fc.Arbitrary<string>> = {
    key: fc.oneof(fc.constantFrom(...known.keys), fc.uuid()),
    draft: fc.constantFrom(...known.keys),
    category: fc.constantFrom(...guide.categories.keys(), ...guide.groups.map(({ id }) => id)),
    organization: fc.constantFrom(...guide.organizations.keys()),
    area: fc.constantFrom(...guide.areas.keys()),
    lng: fc.constantFrom(String(guide.city.center.lng), '0', '180', '-180.000000000001', '50.25'),
    lat: fc.constantFrom(String(guide.city.center.lat), '0', '90', '28.65'),
    address: fc.constant('вул. Шкільна, 12'),
    description: fc.constant('Яма на дорозі біля школи'),
    note: fc.constant('Перевірили на місці'),
    reason: fc.constantFrom(...rejectReasons, 'no_funding', 'season'),
    until: dates,
    from: fc.oneof(dates, months),
    to: fc.oneof(dates, months),
    overdue: dates,
    trait: fc.constantFrom(...traits),
    table: fc.constantFrom('months', 'days', 'organizations', 'areas', 'categories'),
    seen: fc.constantFrom('', '', '1', '999999999999999'),
    media: fc.oneof(fc.constant(''), ids),
    remove: fc.oneof({ weight: 8, arbitrary: fc.constant('') }, ids),
    file: ids,
    into: fc.constantFrom(...known.numbers.map(String), '№ 1', '999999999'),
    number: fc.constantFrom(...known.numbers.map(String), '999999999'),
    before: fc.constantFrom('1', '999999999', '2147483648'),
    page: fc.constantFrom('1', '9999', '1000000000'),
    status: fc.constantFrom(...statuses),
    act: fc.constantFrom(...Object.keys(lifecycle)),
    done: fc.constantFrom(...Object.keys(lifecycle)),
    folder: fc.constantFrom('moderation', 'overdue', 'new'),
    check: fc.constantFrom('draft', 'limit'),
    link: fc.constantFrom(...known.secrets),
    email: fc.constantFrom('olena@people.example', 'a@b.example'),
    code: fc.constantFrom('000000', '123456'),
    continue: fc.constantFrom(
      guide.city.id,
      '/me',
      '/ї',
      '//evil.example',
      '/\\evil.example',
      `/${guide.city.id}/reports?q=люк`,
    ),
    first_name: fc.constant('Олена'),
    last_name: fc.constant('Коваль'),
    consent: fc.constant('yes'),
    locale: fc.constantFrom('uk', 'en'),
    name_shown: fc.constantFrom('first_name', 'hidden'),
    listed: fc.constant('yes'),
    again: fc.constant('yes'),
    bbox: fc.constantFrom('28.6,50.2,28.7,50.3', '28.7,50.3,28.6,50.2', 'NaN,0,0,0', '-180,-90,180,90', '1,2,3'),
    point: fc.constantFrom('28.6587,50.2547', '50.2547,28.6587', '0,0'),
    report: fc.constantFrom(...known.numbers.map(String)),
    theme: fc.constantFrom('dark', 'light'),
    find: fc.constant('вул. Київська, 12'),
  }
  const own = Object.hasOwn(right, name) ? right[name] : undefined
  return own ? fc.oneof({ weight: rightness, arbitrary: own }, { weight: 1, arbitrary: hostile }) : hostile
}
