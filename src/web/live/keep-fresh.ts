import { savesData } from '../ui/saves-data.ts'
import { hearNews, type Told } from './hear-news.ts'
import type { LiveSettings } from './settings.ts'

declare global {
  interface DocumentEventMap {
    /** Something happened in the city: others on the page may want to know, as a map does. */
    'city-news': Event
  }
}

/** Milliseconds within which everybody has looked: many look at the same page, and must not all ask at once. */
const spread = { page: 3000, desk: 300 }
/** A look that failed is tried again, ever later, so many times. */
const again = { after: 10_000, most: 5 }

/** Keeps a page as new as what it shows, without taking anything from under the reader's eyes or hands. */
export function keepFresh(place: HTMLElement): void {
  const settings = JSON.parse(place.dataset.live ?? '') as LiveSettings // safe: `LivePart` wrote it
  const { stream, since, page, report, isDesk } = settings
  const [changed, added] = place.querySelectorAll('button')
  const said = place.querySelector<HTMLElement>('[data-live-said]')
  if (!changed || !added || !said || (savesData() && !isDesk)) return
  const rows = document.querySelector('[data-live-rows]')
  // At once: it has to know how the page stood before somebody works on it. Without a connection it may not come; then
  // the page stays as it was kept.
  const ofReport =
    report === null ? null : import('./fresh-report.ts').then((one) => one.reportKeeper(settings)).catch(() => null)
  let isReportNews = false
  let isWaiting = false
  let failures = 0

  const look = async () => {
    isWaiting = false
    const isAboutReport = isReportNews
    isReportNews = false
    try {
      const answer = await fetch(page)
      const isThere = answer.ok && !answer.redirected
      const fresh = isThere ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
      if (isAboutReport) (await ofReport)?.(fresh, { button: changed, said })
      if (fresh && rows) (await import('./fresh-rows.ts')).freshenRows(fresh, settings, added)
      failures = 0
    } catch {
      isReportNews ||= isAboutReport
      failures += 1
      if (failures <= again.most) later(again.after * failures)
    }
  }
  const later = (least: number) => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(look, least + Math.random() * (isDesk ? spread.desk : spread.page))
  }

  hearNews(stream, since, ({ news }: Told) => {
    document.dispatchEvent(new Event('city-news'))
    const isAboutReport = report !== null && (news === null || news.number === report)
    isReportNews ||= isAboutReport
    const isAboutRows = isDesk || news === null || news.kind === 'appeared' || hasRow(news.number)
    if (isAboutReport || (rows && isAboutRows)) later(100)
  })
}

function hasRow(number: number): boolean {
  return document.querySelector(`[data-report="${number}"]`) !== null
}
