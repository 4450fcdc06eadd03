import type { Store } from '#src/store/store.ts'
import { cityPage } from './city/city.tsx'
import type { Handlers } from './context.ts'
import type { CountTry } from './limits.ts'
import { media } from './media/media.ts'
import { publicLooks } from './public-look.ts'
import { moveReport } from './report/move.ts'
import { reportPage } from './report/report.tsx'
import { reportsPage } from './reports/reports.tsx'
import { reportsGeojson } from './reports/reports-geojson.ts'

export type VisitorParts = {
  readonly store: Store
  /** The product's public address, without a slash at the end. */
  readonly origin: string
  readonly countTry: CountTry
}

type Keys = 'city' | 'reports' | 'reportsGeojson' | 'report' | 'moveReport' | 'media'

/** A city's public pages, which share what is kept of them, and what a report's author does there. */
export function visitorHandlers({ store, origin, countTry }: VisitorParts): Pick<Handlers, Keys> {
  const looks = publicLooks(store)
  return {
    city: cityPage(looks),
    reports: reportsPage(looks),
    reportsGeojson: reportsGeojson(looks, origin),
    report: reportPage(looks),
    moveReport: moveReport(countTry),
    media,
  }
}
