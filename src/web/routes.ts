import type { ActKind } from '#src/domain/act.ts'
import type {
  AreaId,
  CityId,
  DeviceId,
  FollowKey,
  MediaId,
  OrganizationId,
  StopKey,
  SubscriptionId,
  UploadId,
} from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'

/** `spoken` addresses exist in every language, English under `/en`; the others once. */
type Route<M extends Method = Method, Pattern extends string = string> = {
  readonly method: M
  readonly pattern: Pattern
  readonly spoken: boolean
}

const page = <M extends Method, P extends string>(method: M, pattern: P) => ({ method, pattern, spoken: true }) as const
const file = <M extends Method, P extends string>(method: M, pattern: P) =>
  ({ method, pattern, spoken: false }) as const

/** Every address of the product. What is fixed stands above what has holes in the same place: the first match answers. */
// biome-ignore format: a row an address
export const routes = {
  cities: page('GET', '/'),
  choosePictures: page('POST', '/pictures'),

  signIn: page('GET', '/sign-in'),
  sendCode: page('POST', '/sign-in'),
  code: page('GET', '/sign-in/code'),
  enterCode: page('POST', '/sign-in/code'),
  about: page('GET', '/sign-in/about'),
  saveAbout: page('POST', '/sign-in/about'),
  signOut: page('POST', '/sign-out'),

  me: page('GET', '/me'),
  saveSettings: page('POST', '/me/settings'),
  myData: page('GET', '/me/data.json'),
  eraseMe: page('POST', '/me/erase'),
  tryMailAgain: page('POST', '/me/mail'),
  newEmail: page('GET', '/me/email'),
  sendEmailCode: page('POST', '/me/email'),
  emailCode: page('GET', '/me/email/code'),
  changeEmail: page('POST', '/me/email/code'),
  signOutEverywhere: page('POST', '/me/sign-out-everywhere'),
  savePush: page('POST', '/me/push'),
  addDevice: file('POST', '/me/devices'),
  removeDevice: page('POST', '/me/devices/:device'),
  waiting: file('GET', '/me/waiting.json'),

  assets: file('GET', '/assets/:file'),
  media: file('GET', '/media/:key/:part'),
  basemap: file('GET', '/basemap/:city.pmtiles'),
  returnedMail: file('POST', '/mail/returned'),
  mailbox: file('GET', '/dev/mailbox'),
  mailboxJson: file('GET', '/dev/mailbox.json'),
  healthz: file('GET', '/healthz'),
  readyz: file('GET', '/readyz'),
  metrics: file('GET', '/metrics'),
  robots: file('GET', '/robots.txt'),
  sitemap: file('GET', '/sitemap.xml'),
  favicon: file('GET', '/favicon.svg'),
  worker: file('GET', '/sw.js'),
  assetLinks: file('GET', '/.well-known/assetlinks.json'),
  appleAppLinks: file('GET', '/.well-known/apple-app-site-association'),

  city: page('GET', '/:city'),
  help: page('GET', '/:city/help'),
  install: page('GET', '/:city/install'),
  manifest: page('GET', '/:city/app.webmanifest'),
  icon: file('GET', '/:city/icons/:key/:part'),
  screen: file('GET', '/:city/screens/:file'),
  offline: page('GET', '/:city/offline'),
  places: page('GET', '/:city/places'),
  placesJson: page('GET', '/:city/places.json'),
  placeAt: page('GET', '/:city/places/at.json'),
  reports: page('GET', '/:city/reports'),
  reportsGeojson: page('GET', '/:city/reports.geojson'),
  reportsCsv: page('GET', '/:city/reports.csv'),
  reportsColumns: page('GET', '/:city/reports.csv-metadata.json'),
  reportsAtom: page('GET', '/:city/reports.atom'),
  reportAtom: page('GET', '/:city/reports/:number.atom'),
  openData: page('GET', '/:city/data'),
  dataCatalog: file('GET', '/:city/data/catalog.jsonld'),
  dayCsv: page('GET', '/:city/data/:day/reports.csv.gz'),
  dayGeojson: page('GET', '/:city/data/:day/reports.geojson.gz'),
  embedMap: page('GET', '/:city/embed/map'),
  embedList: page('GET', '/:city/embed/list'),
  citySitemap: file('GET', '/:city/sitemap/:page.xml'),
  map: page('GET', '/:city/map'),
  inView: page('GET', '/:city/map/in-view.json'),
  areaBorder: file('GET', '/:city/areas/:area.geojson'),
  stats: page('GET', '/:city/stats'),
  statsCsv: page('GET', '/:city/stats.csv'),
  organizations: page('GET', '/:city/organizations'),
  organization: page('GET', '/:city/organizations/:organization'),
  tile: file('GET', '/:city/tiles/:z/:x/:y.mvt'),
  live: file('GET', '/:city/live'),
  reportForm: page('GET', '/:city/reports/new'),
  submitReport: page('POST', '/:city/reports/new'),
  shareToReport: page('POST', '/:city/reports/new/shared'),
  knownReports: page('POST', '/:city/reports/known'),
  report: page('GET', '/:city/reports/:number'),
  addition: page('GET', '/:city/reports/:number/add'),
  still: file('GET', '/:city/reports/:number/map.png'),
  message: page('GET', '/:city/reports/:number.pdf'),
  supportReport: page('POST', '/:city/reports/:number/support'),
  showStopSupport: page('GET', '/:city/support/:stop'),
  stopSupport: page('POST', '/:city/support/:stop'),
  sayOpinion: page('POST', '/:city/reports/:number/opinion'),
  showFollow: page('GET', '/:city/follow'),
  follow: page('POST', '/:city/follow'),
  mailSent: page('GET', '/:city/follow/sent'),
  showConfirmFollow: page('GET', '/:city/follow/:subscription'),
  confirmFollow: page('POST', '/:city/follow/:subscription'),
  following: page('GET', '/:city/following/:follow'),
  changeFollowing: page('POST', '/:city/following/:follow'),
  moveReport: page('POST', '/:city/reports/:number/:act'),
  opinion: page('GET', '/:city/opinions/:secret'),
  sayByLink: page('POST', '/:city/opinions/:secret'),
  moveByLink: page('POST', '/:city/opinions/:secret/:act'),
  addUpload: page('POST', '/:city/uploads'),
  askUploads: page('OPTIONS', '/:city/uploads'),
  upload: page('GET', '/:city/uploads/:upload'),
  addPiece: page('PATCH', '/:city/uploads/:upload'),
  endUpload: page('DELETE', '/:city/uploads/:upload'),
  removeUpload: page('DELETE', '/:city/uploads/:media'),

  desk: page('GET', '/:city/desk'),
  deskLive: file('GET', '/:city/desk/live'),
  deskReport: page('GET', '/:city/desk/:number'),
  deskMessage: page('GET', '/:city/desk/:number.pdf'),
  deskMove: page('POST', '/:city/desk/:number/:act'),
  answer: page('GET', '/:city/answer/:secret'),
  answerMessage: page('GET', '/:city/answer/:secret/message.pdf'),
  answerMove: page('POST', '/:city/answer/:secret/:act'),
} as const satisfies Record<string, Route>

export type RouteKey = keyof typeof routes
export type Pattern<Key extends RouteKey> = (typeof routes)[Key]['pattern']

/** What may stand in a hole of an address, by the hole's name. */
export type Holes = {
  readonly city: CityId
  readonly number: number
  readonly act: ActKind
  readonly media: MediaId
  readonly device: DeviceId
  readonly upload: UploadId
  readonly organization: OrganizationId
  readonly area: AreaId
  readonly secret: string
  readonly stop: StopKey
  readonly follow: FollowKey
  readonly subscription: SubscriptionId
  readonly key: string
  readonly part: string
  readonly file: string
  /** A tile's zoom, column and row. */
  readonly z: number
  readonly x: number
  readonly y: number
  /** Of a list in more than one file; the first is 1. */
  readonly page: number
  /** An ISO date, or `latest`. */
  readonly day: string
}

type Name<Segment extends string> = Segment extends `${infer Before}.${string}` ? Before : Segment
type Arguments<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Segment}/${infer More}`
    ? [Holes[Name<Segment> & keyof Holes], ...Arguments<More>]
    : [Holes[Name<Rest> & keyof Holes]]
  : []
type NameIn<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Segment}/${infer More}`
    ? Name<Segment> | NameIn<More>
    : Name<Rest>
  : never

/** The holes of one route, parsed. */
export type HolesOf<Key extends RouteKey> = Pick<Holes, NameIn<Pattern<Key>> & keyof Holes>

/** A function for each route that builds its address from what stands in its holes, in their order. */
export type Paths = { readonly [Key in RouteKey]: (...holes: Arguments<Pattern<Key>>) => string }

/** Builders of addresses in a language: the only way any code comes by an address. */
export function paths(locale: Locale): Paths {
  return built[locale]
}

export const prefixes = { uk: '', en: '/en' } as const satisfies Record<Locale, string>

/** The address that fills a route's pattern, hole after hole. */
export function fill(key: RouteKey, locale: Locale, holes: readonly (string | number)[]): string {
  const { pattern, spoken } = routes[key]
  const left = [...holes]
  const path = pattern.replace(/:\w+/g, () => encodeURIComponent(String(left.shift())))
  const prefix = spoken ? prefixes[locale] : ''
  return path === '/' && prefix ? prefix : prefix + path
}

/** The page that a request is about: the one asked for, or the one whose form was sent. Null where there is no page. */
export function pageBehind(key: RouteKey): RouteKey | null {
  const { pattern, spoken } = routes[key]
  const above = pattern.slice(0, pattern.lastIndexOf('/'))
  const isPage = (other: RouteKey, at: string) => routes[other].method === 'GET' && routes[other].pattern === at
  const keys = Object.keys(routes) as RouteKey[] // safe: the keys of a constant
  const found = keys.find((other) => isPage(other, pattern)) ?? keys.find((other) => isPage(other, above))
  return spoken ? (found ?? null) : null
}

const built: Record<Locale, Paths> = { uk: pathsIn('uk'), en: pathsIn('en') }

function pathsIn(locale: Locale): Paths {
  const keys = Object.keys(routes) as RouteKey[] // safe: the keys of a constant
  const builders = keys.map((key) => [key, (...holes: (string | number)[]) => fill(key, locale, holes)] as const)
  return Object.fromEntries(builders) as unknown as Paths // safe: one builder for each key, holes typed by its pattern
}
