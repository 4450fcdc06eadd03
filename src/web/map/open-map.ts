import './of-2020.ts'
import { setWorkerUrl } from 'maplibre-gl'
import type { Place } from './keep-place.ts'
import sheetUrl from './map.css?url'
import workerUrl from './map-worker.ts?worker&url'
import { pickPlace } from './pick-place.ts'
import { sayFrom } from './say.ts'
import { settingsOf } from './settings.ts'
import { showPage } from './show-page.ts'
import { showReport } from './show-report.ts'
import { showReports } from './show-reports.ts'
import type { MapWords } from './words.ts'

/** Draws the frame's map. Done when it can be looked at; throws when something of it did not arrive. */
export async function openMap(frame: HTMLElement, place: Place | null): Promise<void> {
  const container = frame.querySelector<HTMLElement>('[data-map-canvas]')
  if (!container) throw new Error('a map frame without a place for its canvas')
  await Promise.all([wear(sheetUrl), fetchWorker()])

  const ground = document.createElement('div')
  ground.className = 'map-ground'
  container.append(ground)
  const say = sayFrom(JSON.parse(frame.dataset.words ?? '{}') as MapWords) // safe: `MapFrame` wrote it
  const settings = settingsOf(frame)
  const { use } = settings
  try {
    if (use.kind === 'reports') await showReports({ frame, ground, settings, say }, use)
    if (use.kind === 'page') await showPage({ frame, ground, settings, say }, use)
    if (use.kind === 'report') await showReport({ frame, ground, settings, say }, use)
    if (use.kind === 'place' && place) await pickPlace({ frame, ground, settings, say }, place)
  } catch (error) {
    ground.remove()
    throw error
  }
}

/** MapLibre waits for ever for a worker that did not load, so make sure of it first. */
async function fetchWorker(): Promise<void> {
  const response = await fetch(workerUrl)
  if (!response.ok) throw new Error(`the map's worker answered ${response.status}`)
  await response.blob()
  setWorkerUrl(new URL(workerUrl, location.href).href)
}

/** A style sheet of our own, not the bundler's: that one is not asked for again after a failure. */
function wear(href: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return Promise.resolve()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  return new Promise((worn, failed) => {
    link.addEventListener('load', () => worn())
    link.addEventListener('error', () => {
      link.remove()
      failed(new Error('the map’s style sheet did not load'))
    })
    document.head.append(link)
  })
}
