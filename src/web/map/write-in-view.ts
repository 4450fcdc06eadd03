import type { Map as MapLibre } from 'maplibre-gl'
import { type Status, statuses } from '#src/domain/report.ts'
import type { Sheet } from './draw-map.ts'
import { type Count, type InView, inView, onNewView, reportsWithin } from './in-view.ts'
import { reportLine } from './report-card.ts'
import type { Say } from './say.ts'
import type { ReportOnMap, ReportsOnMap, ReportsSource } from './settings.ts'
import { openCount } from './tap.ts'

/** Where it is written: how many there are, and which. */
export type Parts = {
  readonly summary: HTMLElement
  readonly content: HTMLElement
  /** The list is looked at: only then is it asked for. */
  readonly isOpen: () => boolean
  readonly from: () => ReportsSource
  /** What reports of one place are shown in. */
  readonly open: (at: [number, number], reports: readonly ReportOnMap[]) => void
}

/** Keeps the words beside a map in step with it. Returns what brings them up to date when they are opened. */
export function writeInView(map: MapLibre, sheet: Sheet, parts: Parts): () => void {
  const { summary, content, isOpen, from } = parts
  const { say } = sheet
  let asked = new AbortController()

  const update = async () => {
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    const shown = inView(map)
    summary.textContent = shown.reports > 0 ? say('map.in_view', { count: shown.reports }) : say('map.none')
    if (!isOpen()) return
    try {
      const found = await reportsWithin(map, from().inView, signal)
      write(found, shown)
    } catch (error) {
      if (!signal.aborted) content.replaceChildren(paragraph(say('map.reports_failed')))
      if (!signal.aborted) reportError(error)
    }
  }

  const write = ({ reports, more }: ReportsOnMap, { counts }: InView) => {
    const hadFocus = content.contains(document.activeElement)
    const list = document.createElement('ul')
    list.append(...reports.map((report) => reportLine(report, sheet.settings, say)))
    content.replaceChildren(list)
    if (more) content.append(paragraph(say('map.in_view_first', { shown: reports.length })))
    if (counts.length > 0) content.append(...together(counts))
    if (hadFocus) summary.focus()
  }

  const together = (counts: readonly Count[]) => {
    const heading = paragraph(say('map.counts'))
    heading.className = 'map-counts-title'
    const list = document.createElement('ul')
    list.className = 'map-counts'
    list.append(...counts.map((count) => countLine(count, say, () => void open(count))))
    return [heading, list]
  }

  const open = ({ at }: Count) => openCount(map, from().inView, at, parts.open)

  onNewView(map, () => void update())
  return () => void update()
}

/** A count as a button that comes nearer, with what it is made of. */
function countLine({ reports, byStatus }: Count, say: Say, open: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = say('map.count', { count: reports })
  button.addEventListener('click', open)
  const small = document.createElement('small')
  small.textContent = statuses
    .flatMap((status: Status) => (byStatus[status] ? [`${say(`status.${status}`)}: ${byStatus[status]}`] : []))
    .join(' · ')
  const line = document.createElement('li')
  line.append(button, small)
  return line
}

function paragraph(sentence: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = sentence
  return element
}
