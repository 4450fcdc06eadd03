import type { City, Emblem, Phone } from '#src/domain/city.ts'
import { locales, type Words } from '#src/domain/locale.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { say } from '#src/text/catalogue.ts'
import { paths } from '#src/web/routes.ts'

/** One app of a store: a shell around the pages of one city, or of all that an installation serves. */
export type StoreApp = {
  /** By which both stores know it, for good: `city.example.app`. */
  readonly id: string
  /** Under its icon. */
  readonly name: Words
  readonly origin: string
  /** The page that it opens with, from the root. */
  readonly start: string
  /** Pages whose links it opens, each with all beneath it. `/` is every page. */
  readonly opens: readonly string[]
  readonly emblem: Emblem
  /** Whom to call at once: shown where no page has come yet. */
  readonly phones: readonly Phone[]
  readonly version: string
  /** Counts up from one that a store has to the next. */
  readonly build: number
}

export type Edition = {
  readonly origin: string
  /** Null: the origin's name backwards, as stores are used to. */
  readonly id: string | null
  readonly version: string
  readonly build: number
}

/** Two parts at least, of what both stores take: Google no hyphen, Apple no underscore. */
const idShape = /^[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)+$/i

/** The app of these cities, of which there is one at least; refused is an id that a store would not take. */
export function storeApp(cities: readonly City[], edition: Edition): Result<StoreApp, string> {
  const [first] = cities
  if (!first) throw new Error('An app is of one city at least')
  const origin = /^https?:\/\//.test(edition.origin) ? URL.parse(edition.origin)?.origin : undefined
  if (!origin) return refuse(`${edition.origin} is no address of a site: https://city.example`)
  const only = cities.length === 1 ? first : null
  const id = edition.id ?? idOf(origin, only)
  if (!idShape.test(id))
    return refuse(`${id} can’t be an app’s id: letters and digits, with dots between, as city.example.app`)
  if (!/^\d+(\.\d+){0,2}$/.test(edition.version)) return refuse(`${edition.version} is no version: 1.0, or 1.0.2`)
  if (!Number.isSafeInteger(edition.build) || edition.build < 1) return refuse('A build is a number from 1 on')
  const isUrgent = ({ dial, emergency }: Phone) =>
    emergency && cities.every(({ phones }) => phones.some((one) => one.dial === dial))
  return ok({
    ...edition,
    origin,
    id,
    name: only?.name ?? { uk: say('uk')('product.name'), en: say('en')('product.name') },
    start: only ? paths('uk').city(only.id) : paths('uk').cities(),
    opens: only ? locales.map((locale) => paths(locale).city(only.id)) : [paths('uk').cities()],
    emblem: only?.emblem ?? pin,
    phones: first.phones.filter(isUrgent),
  })
}

function idOf(origin: string, only: City | null): string {
  const host = new URL(origin).hostname.split('.').reverse()
  return [...host, only?.id ?? 'app'].map((part) => part.replaceAll(/[^a-z0-9]/gi, '')).join('.')
}

/** The product's own sign, for an app of several cities: a pin with a hole. */
const pin: Emblem = {
  ground: '#0b4fa0',
  sign: '#ffc400',
  path: 'M50 98 19 67a44 44 0 1 1 62 0zM50 22a14 14 0 1 0 0 28a14 14 0 1 0 0-28z',
}
