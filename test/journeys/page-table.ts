import type { Page } from 'playwright-core'
import { isPublic, type Status, statuses } from '#src/domain/report.ts'
import type { Key } from '#src/text/catalogue.ts'
import type { RouteKey } from '#src/web/routes.ts'
import {
  addNothing,
  answerNothing,
  askForCode,
  askForTooMany,
  choose,
  enterWrongCode,
  eraseUnsure,
  pressFirst,
  rejectNothing,
  reopenNothing,
  resolveNothing,
  saveNothing,
  sendFromElsewhere,
  sendMistakes,
  sendTooMany,
  unfoldAll,
} from './before-looking.ts'
import { aResident, type Member, neighbour, staff } from './signing-in.ts'
import type { Town } from './town.ts'

/** One look at a page: who looks, where (in Ukrainian), and what they do there first. */
export type Look = {
  readonly name: string
  readonly path: string | ((town: Town) => string)
  readonly who?: Member
  readonly first?: (page: Page) => Promise<void>
  /** The heading by which one knows that this is the page. */
  readonly says?: Key
}

const report = (status: Status) => (town: Town) => `/zhytomyr/reports/${town.reports[status]}`
const atDesk = (status: Status) => (town: Town) => `/zhytomyr/desk/${town.reports[status]}`
const link = ({ answer }: Town) => answer
const newcomer = aResident()
const nowhere = '0b0e7a52-1111-4222-8333-944455556666'

const folders = (who: Member, names: readonly string[]): readonly Look[] =>
  names.map((name) => ({ name: `${name} of ${who.name.last}`, path: `/zhytomyr/desk?folder=${name}`, who }))

const publicStatuses = statuses.filter((status) => isPublic({ status }))

/** Pages that say what kept a request from its answer. */
export const problems: readonly Look[] = [
  { name: 'nothing there', path: '/zhytomyr/there/is/nothing', says: 'error.not_found.title' },
  { name: 'no such city', path: '/atlantis', says: 'error.not_found.title' },
  { name: 'a wrong method', path: '/zhytomyr/reports/1/resolve', says: 'error.wrong_method.title' },
  { name: 'sent from elsewhere', path: '/sign-in', first: sendFromElsewhere, says: 'error.foreign.title' },
  { name: 'too many', path: '/zhytomyr/reports/new', first: sendTooMany, says: 'error.too_many.title' },
]

/** While something is missing that every page of places needs. */
export const fault: Look = { name: 'a fault', path: '/zhytomyr/places?q=x', says: 'error.fault.title' }

/** Every page that a route gives; none where it gives files, figures or only leads on. A route without a line does not compile. */
export const looks: Record<RouteKey, readonly Look[]> = {
  cities: [{ name: 'the cities', path: '/' }],
  choosePictures: [],
  signIn: [{ name: 'the first step', path: '/sign-in' }],
  sendCode: [
    { name: 'a wrong address', path: '/sign-in', first: pressFirst },
    { name: 'too many codes', path: '/sign-in', first: askForTooMany },
  ],
  code: [{ name: 'the second step', path: '/sign-in', first: askForCode }],
  enterCode: [{ name: 'a wrong code', path: '/sign-in', first: enterWrongCode }],
  about: [{ name: 'the third step', path: '/sign-in/about', who: neighbour }],
  saveAbout: [{ name: 'nobody’s name', path: '/sign-in/about', who: neighbour, first: saveNothing }],
  signOut: [],
  me: [
    { name: 'my reports', path: '/me', who: neighbour },
    { name: 'no reports of mine', path: '/me', who: newcomer },
  ],
  saveSettings: [{ name: 'settings without a name', path: '/me', who: neighbour, first: saveNothing }],
  myData: [],
  eraseMe: [{ name: 'an unsure goodbye', path: '/me', who: neighbour, first: eraseUnsure }],
  tryMailAgain: [],
  newEmail: [{ name: 'another address', path: '/me/email', who: neighbour }],
  sendEmailCode: [{ name: 'another address that is none', path: '/me/email', who: neighbour, first: pressFirst }],
  emailCode: [],
  changeEmail: [
    {
      name: 'a wrong code of another address',
      path: '/me/email',
      who: neighbour,
      first: (page) => enterWrongCode(page, 'elsewhere@ukr.example'),
    },
  ],
  signOutEverywhere: [],
  savePush: [],
  addDevice: [],
  removeDevice: [],
  assets: [],
  media: [],
  basemap: [],
  returnedMail: [],
  mailbox: [{ name: 'the mailbox', path: '/dev/mailbox' }],
  mailboxJson: [],
  healthz: [],
  readyz: [],
  metrics: [],
  robots: [],
  sitemap: [],
  favicon: [],
  waiting: [],
  assetLinks: [],
  appleAppLinks: [],
  manifest: [],
  icon: [],
  screen: [],
  install: [{ name: 'how to install', path: '/zhytomyr/install' }],
  worker: [],
  city: [
    { name: 'the front page', path: '/zhytomyr' },
    { name: 'the front page before the first report', path: '/vinnytsia' },
  ],
  map: [{ name: 'the map', path: '/zhytomyr/map' }],
  offline: [{ name: 'without a connection', path: '/zhytomyr/offline' }],
  help: [{ name: 'the help', path: '/zhytomyr/help' }],
  places: [
    { name: 'places found', path: '/zhytomyr/places?q=%D0%BA%D0%B8%D1%97%D0%B2%D1%81%D1%8C%D0%BA%D0%B0' },
    { name: 'places to be found', path: '/zhytomyr/places' },
    { name: 'a city without places', path: '/vinnytsia/places', says: 'places.title' },
  ],
  placesJson: [],
  placeAt: [],
  reports: [
    { name: 'the list', path: '/zhytomyr/reports' },
    { name: 'the list before the first report', path: '/vinnytsia/reports' },
    { name: 'a filtered list', path: '/zhytomyr/reports?status=resolved&category=roads&q=%D1%8F%D0%BC%D0%B0' },
    { name: 'an empty list', path: '/zhytomyr/reports?q=%D0%BF%D1%96%D0%BD%D0%B3%D0%B2%D1%96%D0%BD' },
  ],
  reportsGeojson: [],
  reportsCsv: [],
  reportsAtom: [],
  reportAtom: [],
  citySitemap: [],
  stats: [
    { name: 'the figures', path: '/zhytomyr/stats' },
    { name: 'figures of one organization', path: '/zhytomyr/stats?organization=water-utility&category=water' },
    { name: 'the figures before the first report', path: '/vinnytsia/stats' },
  ],
  statsCsv: [],
  organizations: [{ name: 'the organizations', path: '/zhytomyr/organizations' }],
  organization: [{ name: 'an organization', path: '/zhytomyr/organizations/water-utility' }],
  openData: [{ name: 'open data', path: '/zhytomyr/data' }],
  dataCatalog: [],
  reportsColumns: [],
  dayCsv: [],
  dayGeojson: [],
  embedMap: [{ name: 'the map in another page', path: '/zhytomyr/embed/map' }],
  embedList: [{ name: 'the list in another page', path: '/zhytomyr/embed/list?status=resolved' }],
  inView: [],
  areaBorder: [],
  tile: [],
  still: [],
  live: [],
  message: [],
  reportForm: [
    { name: 'the form', path: '/zhytomyr/reports/new' },
    { name: 'the form with a problem chosen', path: '/zhytomyr/reports/new', first: choose },
  ],
  submitReport: [{ name: 'the form with mistakes', path: '/zhytomyr/reports/new', first: sendMistakes }],
  shareToReport: [],
  knownReports: [],
  report: [
    ...publicStatuses.map((status) => ({ name: `${status}, for everyone`, path: report(status) })),
    ...statuses.map((status) => ({ name: `${status}, for its author`, path: report(status), who: neighbour })),
    { name: 'no such report', path: '/zhytomyr/reports/99999', says: 'error.not_found.title' },
  ],
  addition: [
    { name: 'what to add', path: (town) => `${report('accepted')(town)}/add`, who: neighbour },
    { name: 'nothing to add to', path: (town) => `${report('resolved')(town)}/add`, who: neighbour },
  ],
  supportReport: [],
  showStopSupport: [{ name: 'a support that is none', path: `/zhytomyr/support/${nowhere}` }],
  stopSupport: [],
  sayOpinion: [],
  opinion: [
    { name: 'a link from a letter', path: ({ opinion }) => opinion },
    { name: '“yes” from a letter', path: ({ opinion }) => `${opinion}?solved=yes` },
    { name: '“no” from a letter', path: ({ opinion }) => `${opinion}?solved=no` },
    {
      name: 'an opinion by a link that is gone',
      path: `/zhytomyr/opinions/${'A'.repeat(43)}`,
      says: 'opinion.gone.title',
    },
  ],
  sayByLink: [],
  moveByLink: [
    { name: 'an empty “no” from a letter', path: ({ opinion }) => `${opinion}?solved=no`, first: reopenNothing },
  ],
  showFollow: [
    { name: 'what to follow from a report', path: (town) => `/zhytomyr/follow?report=${town.reports.accepted}` },
    { name: 'nothing to follow', path: '/zhytomyr/follow' },
  ],
  follow: [{ name: 'a wrong address to follow by', path: '/zhytomyr/follow?category=pothole', first: pressFirst }],
  mailSent: [{ name: 'a letter on its way', path: '/zhytomyr/follow/sent' }],
  showConfirmFollow: [
    { name: 'a link that asks', path: ({ asking }) => asking },
    { name: 'a link that has expired', path: `/zhytomyr/follow/${nowhere}` },
  ],
  confirmFollow: [],
  following: [
    { name: 'what is followed', path: ({ following }) => following },
    { name: 'nothing that is followed', path: `/zhytomyr/following/${nowhere}` },
  ],
  changeFollowing: [],
  moveReport: [
    { name: 'an empty addition', path: (town) => `${report('accepted')(town)}/add`, who: neighbour, first: addNothing },
    { name: 'an empty answer', path: report('awaiting_answer'), who: neighbour, first: answerNothing },
  ],
  addUpload: [],
  askUploads: [],
  upload: [],
  addPiece: [],
  endUpload: [],
  removeUpload: [],
  desk: [
    ...folders(staff.moderator, ['moderation', 'open', 'overdue', 'closed']),
    ...folders(staff.officer, ['new', 'in_progress', 'waiting', 'postponed', 'overdue', 'closed']),
    { name: 'a desk that is not mine', path: '/zhytomyr/desk', who: neighbour, says: 'error.not_permitted.title' },
  ],
  deskLive: [],
  deskReport: [
    ...statuses.map((status) => ({ name: status, path: atDesk(status), who: staff.moderator })),
    { name: 'all acts unfolded', path: atDesk('in_progress'), who: staff.officer, first: unfoldAll },
  ],
  deskMessage: [],
  deskMove: [{ name: 'an empty reason', path: atDesk('submitted'), who: staff.moderator, first: rejectNothing }],
  answer: [
    { name: 'a private link', path: link, first: unfoldAll },
    { name: 'a link that is gone', path: `/zhytomyr/answer/${'A'.repeat(43)}` },
  ],
  answerMessage: [],
  answerMove: [{ name: 'an empty answer by the link', path: link, first: resolveNothing }],
}
