import { waterUtility } from '#src/domain/examples.ts'
import type { CityId, DeviceId, MediaId, OrganizationId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { type Paths, paths, type RouteKey, routes } from '#src/web/routes.ts'
import { sent } from '#test/an-app.ts'
import { aKey } from '#test/some-reports.ts'
import type { Headers } from './a-town.ts'
import { byStaff } from './asked-by-staff.ts'
import { feedback } from './asked-of-answers.ts'
import { ofApps } from './asked-of-apps.ts'
import { ofData } from './asked-of-data.ts'
import { ofUploads } from './asked-of-uploads.ts'
import { following } from './asked-to-follow.ts'
import type { Role } from './roles.ts'
import type { Stage } from './stage.ts'

/** One thing that is asked of a route. */
export type Asked = {
  /** What it is about, where a route has more than one. */
  readonly about?: string
  readonly address: (to: Paths, stage: Stage) => string | Promise<string>
  /** What a form holds, for routes that take one. */
  readonly fields?: (stage: Stage) => Record<string, string | Blob>
  /** What is sent where it is no form. */
  readonly sends?: () => RequestInit & { readonly headers: Readonly<Record<string, string>> }
  /** A cookie that comes beside the session's. */
  readonly cookie?: string
  /** It ends the session. */
  readonly endsSession?: true
  /** From where it is asked; else from elsewhere. */
  readonly from?: string
}

const other = 'other-city' as CityId
const afterFirstStep = `sign_in=${Buffer.from('{"email":"a@b.example","wayOn":null}').toString('base64url')}`
const anotherAddress = `new_address=${Buffer.from('a@b.example').toString('base64url')}`
const noOrganization = 'no-organization' as OrganizationId
const noDevice = '0b0e7a52-1111-4222-8333-944455556666' as DeviceId
const noMedia = '0190f5a2-0000-7000-8000-000000000001' as MediaId

/** At least one question for each route: a route without one does not compile. */
export const asked = {
  cities: [{ address: (to) => to.cities() }],
  choosePictures: [{ address: (to) => to.choosePictures(), fields: () => ({ pictures: 'shown' }) }],

  signIn: [{ address: (to) => to.signIn() }],
  sendCode: [{ address: (to) => to.sendCode(), fields: () => ({ email: `${aKey()}@people.example` }) }],
  code: [
    { about: 'without a first step', address: (to) => to.code() },
    { about: 'after it', address: (to) => to.code(), cookie: afterFirstStep },
  ],
  enterCode: [
    { about: 'without a first step', address: (to) => to.enterCode(), fields: () => ({ code: '123456' }) },
    { about: 'a wrong one', address: (to) => to.enterCode(), fields: () => ({ code: '1' }), cookie: afterFirstStep },
  ],
  about: [{ address: (to) => to.about() }],
  saveAbout: [{ about: 'without a name', address: (to) => to.saveAbout(), fields: () => ({}) }],
  signOut: [{ address: (to) => to.signOut(), fields: () => ({}), endsSession: true }],

  me: [{ address: (to) => to.me() }],
  saveSettings: [{ address: (to) => to.saveSettings(), fields: () => ({ first_name: 'Оксана', last_name: 'Інша' }) }],
  myData: [{ address: (to) => to.myData() }],
  eraseMe: [{ about: 'without being sure', address: (to) => to.eraseMe(), fields: () => ({}) }],
  newEmail: [{ address: (to) => to.newEmail() }],
  sendEmailCode: [
    { address: (to) => to.sendEmailCode(), fields: () => ({ email: `${aKey()}@people.example` }) },
    { about: 'to what is no address', address: (to) => to.sendEmailCode(), fields: () => ({ email: 'nobody' }) },
  ],
  emailCode: [
    { about: 'without a first step', address: (to) => to.emailCode() },
    { about: 'after it', address: (to) => to.emailCode(), cookie: anotherAddress },
  ],
  changeEmail: [
    { about: 'without a first step', address: (to) => to.changeEmail(), fields: () => ({ code: '123456' }) },
    {
      about: 'by a wrong code',
      address: (to) => to.changeEmail(),
      fields: () => ({ code: '1' }),
      cookie: anotherAddress,
    },
  ],
  tryMailAgain: [{ address: (to) => to.tryMailAgain(), fields: noMore }],
  signOutEverywhere: [{ address: (to) => to.signOutEverywhere(), fields: () => ({}), endsSession: true }],
  savePush: [{ address: (to) => to.savePush(), fields: () => ({}) }],
  addDevice: [{ about: 'what is none', address: (to) => to.addDevice(), fields: noMore }],
  removeDevice: [{ about: 'of nobody', address: (to) => to.removeDevice(noDevice), fields: noMore }],

  assets: [{ address: (to) => to.assets('look.css') }, { about: 'no such file', address: (to) => to.assets('no.css') }],
  media: [
    { about: 'of a public report', address: (to, { open }) => to.media(open.shown.key, '320.webp') },
    { about: 'that waits for a report', address: (to, { waiting }) => to.media(waiting.key, '320.webp') },
    {
      about: 'that waits, by the key of its form',
      address: (to, { waiting, form }) => `${to.media(waiting.key, '320.webp')}?draft=${form}`,
    },
    {
      about: 'of a report, by the key of its form',
      address: (to, { sent: { shown, draft } }) => `${to.media(shown.key, '320.webp')}?draft=${draft}`,
    },
    {
      about: 'hidden, by the private link',
      address: (to, { open, link }) => `${to.media(open.hidden.key, '320.webp')}?link=${link}`,
    },
    {
      about: 'hidden, by the link of another report',
      address: (to, { open, linkOfAnother }) => `${to.media(open.hidden.key, '320.webp')}?link=${linkOfAnother}`,
    },
    { about: 'guessed', address: (to) => to.media('A'.repeat(32), '320.webp') },
  ],
  basemap: [{ about: 'where none was put', address: (to, { town }) => to.basemap(town.city) }],
  returnedMail: [{ about: 'what is no such message', address: (to) => to.returnedMail(), fields: noMore }],
  mailbox: [{ about: 'where a mail server is', address: (to) => to.mailbox() }],
  mailboxJson: [{ about: 'where a mail server is', address: (to) => to.mailboxJson() }],
  healthz: [{ address: (to) => to.healthz() }],
  readyz: [{ address: (to) => to.readyz() }],
  metrics: [
    { about: 'from elsewhere', address: (to) => to.metrics(), from: '198.51.100.7' },
    { about: 'from this machine', address: (to) => to.metrics(), from: '127.0.0.1' },
  ],
  robots: [{ address: (to) => to.robots() }],
  favicon: [{ address: (to) => to.favicon() }],
  worker: [{ address: (to) => to.worker() }],

  city: [{ address: (to, { town }) => to.city(town.city) }],
  offline: [{ address: (to, { town }) => to.offline(town.city) }],
  help: [
    { address: (to, { town }) => to.help(town.city) },
    { about: 'of no city', address: (to) => to.help('no-city' as CityId) },
  ],
  places: [{ address: (to, { town }) => to.places(town.city) }],
  placesJson: [{ address: (to, { town }) => to.placesJson(town.city) }],
  placeAt: [{ address: (to, { town }) => `${to.placeAt(town.city)}?at=28.66,50.25` }],
  reports: [{ address: (to, { town }) => to.reports(town.city) }],
  map: [{ address: (to, { town }) => to.map(town.city) }],
  inView: [{ address: (to, { town }) => to.inView(town.city) }],
  stats: [{ address: (to, { town }) => to.stats(town.city) }],
  statsCsv: [{ address: (to, { town }) => `${to.statsCsv(town.city)}?table=organizations` }],
  organizations: [{ address: (to, { town }) => to.organizations(town.city) }],
  organization: [
    { address: (to, { town }) => to.organization(town.city, waterUtility) },
    { about: 'that the city does not name', address: (to, { town }) => to.organization(town.city, noOrganization) },
  ],
  tile: [{ address: (to, { town }) => to.tile(town.city, 12, 0, 0) }],
  live: [
    { address: (to, { town }) => to.live(town.city) },
    {
      about: 'of a report that waits, by its number',
      address: (to, { town, sent: { number } }) => `${to.live(town.city)}?report=${number}&since=0`,
    },
  ],
  reportForm: [{ address: (to, { town }) => to.reportForm(town.city) }],
  submitReport: [
    { address: (to, { town }) => to.submitReport(town.city), fields: aForm },
    {
      about: 'with the file of another form',
      address: (to, { town }) => to.submitReport(town.city),
      fields: (stage) => ({ ...aForm(), media: stage.waiting.id, listed: 'yes' }),
    },
  ],
  report: [
    { about: 'that is public', address: (to, { town, open }) => to.report(town.city, open.number) },
    { about: 'that is public, in another city', address: (to, { open }) => to.report(other, open.number) },
    { about: 'that waits for a moderator', address: (to, { town, sent }) => to.report(town.city, sent.number) },
    { about: 'that does not exist', address: (to, { town }) => to.report(town.city, 999_999) },
  ],
  knownReports: [
    {
      about: 'around what is reported',
      address: (to, { town }) => to.knownReports(town.city),
      fields: () => ({ category: 'water-leak', lng: '28.6587', lat: '50.2547', description: 'Тече вода з люка' }),
    },
    { about: 'about nothing', address: (to, { town }) => to.knownReports(town.city), fields: () => ({}) },
  ],
  message: [
    { about: 'of what is public', address: (to, { town, open }) => to.message(town.city, open.number) },
    { about: 'of what waits', address: (to, { town, sent }) => to.message(town.city, sent.number) },
  ],
  still: [{ about: 'that nobody has sent', address: (to, { town }) => to.still(town.city, 999_999) }],
  ...feedback,
  ...following,
  ...ofData,
  ...ofApps,
  moveReport: [
    {
      about: 'answer, to one that is public',
      address: async (to, { town, fresh }) =>
        to.moveReport(town.city, (await fresh('awaiting_answer')).number, 'answer'),
      fields: anAct,
    },
    {
      about: 'withdraw, one that waits',
      address: async (to, { town, fresh }) => to.moveReport(town.city, (await fresh('submitted')).number, 'withdraw'),
      fields: anAct,
    },
    {
      about: 'add, to one that is public',
      address: async (to, { town, fresh }) => to.moveReport(town.city, (await fresh('accepted')).number, 'add'),
      fields: anAct,
    },
    {
      about: 'add, to one that waits',
      address: (to, { town, sent }) => to.moveReport(town.city, sent.number, 'add'),
      fields: anAct,
    },
    {
      about: 'resolve, which is not an act of authors',
      address: (to, { town, open }) => to.moveReport(town.city, open.number, 'resolve'),
      fields: anAct,
    },
  ],
  ...ofUploads,
  removeUpload: [
    {
      about: 'of another form (it stays)',
      address: (to, { town, waiting }) => `${to.removeUpload(town.city, waiting.id)}?key=${aKey()}`,
    },
    { about: 'without a key', address: (to, { town }) => to.removeUpload(town.city, noMedia) },
  ],

  ...byStaff,
} as const satisfies Record<RouteKey, readonly [Asked, ...Asked[]]>

/** What this role gets. */
export async function answerTo(stage: Stage, key: RouteKey, one: Asked, role: Role, locale: Locale): Promise<Response> {
  const { town } = stage
  const path = await one.address(paths(locale), stage)
  const { cookie = '', ...others } = town.headersOf(role)
  const headers = { ...others, cookie: [cookie, one.cookie].filter(Boolean).join('; ') }
  const env = { incoming: { socket: { remoteAddress: one.from ?? '198.51.100.7' } } }
  const answer = await town.door.app.request(path, requestOf(key, one, stage, headers), env)
  // Its headers say all: it would go on for ever.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel()
  // What is written as it is read keeps its place until then.
  else await answer.arrayBuffer()
  if (one.endsSession) await town.signInAgain(role)
  return answer
}

function requestOf(key: RouteKey, { fields, sends }: Asked, stage: Stage, headers: Headers): RequestInit {
  const { method } = routes[key]
  const own = sends?.()
  if (own) return { ...own, method, headers: { ...headers, ...own.headers } }
  return method === 'POST' ? sent(fields?.(stage) ?? {}, headers) : { method, headers }
}

function aForm(): Record<string, string> {
  return {
    key: aKey(),
    category: 'water-leak',
    // Far from what is reported already.
    lng: '28.7',
    lat: '50.2547',
    description: 'Тече вода з люка біля зупинки',
    name_shown: 'hidden',
  }
}

function noMore(): Record<string, string> {
  return {}
}

function anAct(): Record<string, string> {
  return { key: aKey(), note: 'Слова при цій дії' }
}
