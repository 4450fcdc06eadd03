import type { Registry } from 'prom-client'

import type { StoreApps } from '#src/config.ts'
import type { MakeMessage } from '#src/message/make-message.ts'
import type { Identity } from '#src/outside/identity.ts'
import type { Kept } from '#src/outside/mailbox.ts'
import { addressHandlers } from './account/change-address.tsx'
import { meHandlers } from './account/me.tsx'
import { signInHandlers } from './account/sign-in.tsx'
import { addition } from './addition/addition.tsx'
import { answerHandlers } from './answer/answer.tsx'
import type { Assets } from './assets.ts'
import { cityPage } from './city/city.tsx'
import type { Handlers } from './context.ts'
import { deskHandlers } from './desk/desk.tsx'
import { embedHandlers } from './embed/embed.tsx'
import { reportAtom } from './feeds/report-atom.ts'
import { reportsAtom } from './feeds/reports-atom.ts'
import { followHandlers } from './following/follow.tsx'
import { followingHandlers } from './following/following.tsx'
import { type ReadReturned, returnedMail } from './following/returned-mail.ts'
import { help } from './help/help.tsx'
import { cities } from './home/cities.tsx'
import { icons } from './install/icons.ts'
import { install } from './install/install.tsx'
import { manifest } from './install/manifest.ts'
import { type Screens, screen } from './install/screens.ts'
import type { CountTry } from './limits.ts'
import type { Live } from './live/live.ts'
import { liveHandlers } from './live/live-handlers.ts'
import { mailboxOf } from './mailbox/mailbox.tsx'
import { basemap } from './map/basemap.ts'
import { areaBorder } from './map-page/area-border.ts'
import { inView } from './map-page/in-view.ts'
import { map } from './map-page/map.tsx'
import { media } from './media/media.ts'

import { messageOf } from './message/message.ts'
import { offlinePage } from './offline/offline-page.tsx'
import { workerScript } from './offline/worker-script.ts'
import { catalog } from './open-data/catalog.ts'
import { columns } from './open-data/columns.ts'
import { dayCsv, dayGeojson } from './open-data/day-file.ts'
import { openDataPage } from './open-data/open-data.tsx'
import { reportsCsv, wholeSet } from './open-data/whole-set.ts'
import { opinionLinkHandlers } from './opinion/opinion-link.tsx'
import { sayOpinion } from './opinion/say-opinion.ts'
import { organizationPage } from './organizations/organization.tsx'
import { organizations } from './organizations/organizations.tsx'
import { choosePictures } from './pictures/choose-pictures.ts'
import { placesHandlers } from './places/places.tsx'
import { appLinks } from './plain/app-links.ts'
import { assetsFrom, favicon, robots } from './plain/fixed-files.ts'
import { healthz, metricsOf, readyz } from './plain/process-state.ts'
import type { PublicLooks } from './public-look.ts'
import { pushHandlers } from './push/push-handlers.ts'
import { moveReport } from './report/move.ts'
import { reportPage } from './report/report.tsx'
import { stopSupportHandlers } from './report/stop-support.tsx'
import { supportReport } from './report/support-report.ts'
import { showKnownReports } from './report-form/show-known-reports.tsx'
import { showReportForm } from './report-form/show-report-form.ts'
import { takeReportForm } from './report-form/take-report-form.ts'
import { takeShared } from './report-form/take-shared.ts'
import { reportsPage } from './reports/reports.tsx'
import { reportsGeojson } from './reports/reports-geojson.ts'
import { citySitemap, sitemap } from './sitemap/sitemap.ts'
import { statsPage } from './stats/stats.tsx'
import { statsCsv } from './stats/stats-csv.ts'
import { still } from './still/still.ts'
import type { Rasterise, Stills } from './still/stills.ts'
import { tiles } from './tiles/tiles.ts'
import { removeUpload } from './uploads/remove-upload.ts'
import { uploadHandlers } from './uploads/upload-handlers.ts'
import type { Viewer } from './viewer.ts'
import { waiting } from './waiting/waiting.ts'

/** What single handlers need beyond what every context has. */
export type HandlerParts = {
  readonly assets: Assets
  readonly registry: Registry
  readonly identity: Identity
  readonly countTry: CountTry
  readonly looks: PublicLooks
  /** Null when letters go to a mail server, or others than this machine can reach the product. */
  readonly letters: (() => readonly Kept[]) | null
  readonly live: Live
  /** As of now, not of when a request began. */
  readonly viewerOf: (headers: Headers) => Promise<Viewer>
  readonly stills: Stills
  readonly apps: AppParts
  readonly message: MakeMessage
  readonly readReturned: ReadReturned
  readonly origin: string
}

/** What installed apps are made of. */
export type AppParts = { readonly rasterise: Rasterise; readonly screens: Screens; readonly stores: StoreApps }

/** Who answers which route. */
export function createHandlers(parts: HandlerParts): Handlers {
  const {
    assets,
    registry,
    identity,
    countTry,
    looks,
    letters,
    stills,
    apps,
    message,
    readReturned,
    live,
    viewerOf,
    origin,
  } = parts
  const form = { countTry, secure: origin.startsWith('https:') }
  const whole = wholeSet(looks, countTry, origin)
  return {
    cities,
    choosePictures,
    ...signInHandlers({ identity, ...form }),
    ...meHandlers({ identity }),
    ...addressHandlers({ identity, ...form }),
    ...pushHandlers(countTry),

    assets: assetsFrom(assets),
    media,
    basemap,
    ...mailboxOf(letters),
    healthz,
    readyz,
    metrics: metricsOf(registry),
    robots: robots(origin),
    sitemap: sitemap(origin),
    favicon,
    ...appLinks(apps.stores),
    waiting,
    worker: workerScript(assets),

    city: cityPage(looks),
    help,
    install,
    manifest: manifest(apps.screens),
    icon: icons(apps.rasterise),
    screen: screen(apps.screens),
    offline: offlinePage(assets),
    ...placesHandlers(countTry),
    reports: reportsPage(looks),
    reportsGeojson: reportsGeojson(looks, whole, origin),
    reportsCsv: reportsCsv(whole),
    reportsColumns: columns(looks),
    reportsAtom: reportsAtom(looks, origin),
    reportAtom: reportAtom(looks, origin),
    openData: openDataPage(looks),
    dataCatalog: catalog(looks, origin),
    dayCsv,
    dayGeojson,
    ...embedHandlers(looks, assets),
    citySitemap: citySitemap(origin),
    map: map(looks.versions),
    inView,
    areaBorder,
    stats: statsPage(looks),
    statsCsv: statsCsv(looks),
    organizations,
    organization: organizationPage(looks),
    tile: tiles(looks.versions),
    ...liveHandlers(live, viewerOf),
    reportForm: showReportForm(form),
    submitReport: takeReportForm(form),
    shareToReport: takeShared(form),
    knownReports: showKnownReports(countTry),
    report: reportPage(looks),
    still: still(stills),
    message: messageOf(looks, message),
    addition,
    supportReport: supportReport(countTry),
    ...stopSupportHandlers,
    sayOpinion: sayOpinion(countTry),
    ...opinionLinkHandlers(countTry),
    ...followHandlers(countTry),
    ...followingHandlers,
    returnedMail: returnedMail(countTry, readReturned),
    moveReport: moveReport(countTry),
    ...uploadHandlers(countTry),
    removeUpload,

    ...deskHandlers(countTry, message),
    ...answerHandlers(countTry, message),
  }
}
