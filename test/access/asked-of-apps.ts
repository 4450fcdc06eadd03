import { aCity } from '#src/domain/examples.ts'
import { iconAddress } from '#src/web/install/icons.ts'
import type { RouteKey } from '#src/web/routes.ts'
import type { Asked } from './asked.ts'

/** What installed apps, and phones that install them, ask for. */
export const ofApps = {
  waiting: [{ address: (to) => to.waiting() }],
  assetLinks: [{ about: 'where no app is', address: (to) => to.assetLinks() }],
  appleAppLinks: [{ about: 'where no app is', address: (to) => to.appleAppLinks() }],
  install: [{ address: (to, { town }) => to.install(town.city) }],
  manifest: [{ address: (to, { town }) => to.manifest(town.city) }],
  icon: [
    { address: (to, { town }) => iconAddress(to, { ...aCity(), id: town.city }, 'monochrome-96.png') },
    { about: 'of another emblem', address: (to, { town }) => to.icon(town.city, 'A'.repeat(16), 'any-192.png') },
  ],
  screen: [{ about: 'where none was taken', address: (to, { town }) => to.screen(town.city, 'a.webp') }],
  shareToReport: [
    { address: (to, { town }) => to.shareToReport(town.city), fields: () => ({ text: 'Яма на дорозі' }) },
  ],
} as const satisfies Partial<Record<RouteKey, readonly [Asked, ...Asked[]]>>
