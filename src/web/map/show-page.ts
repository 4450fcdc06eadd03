import type { GeoJSONSource, Map as MapLibre, VectorTileSource } from 'maplibre-gl'
import { drawMap, type Sheet } from './draw-map.ts'
import { reportsOf } from './in-view.ts'
import { nearMe } from './near-me.ts'
import { type PageCard, pageCard } from './page-card.ts'
import { countInWords, isNewestOnly, narrowed, type PageState, queryOf, stateIn } from './page-state.ts'
import { refreshOnNews } from './refresh-on-news.ts'
import { borderData, manyReports } from './report-overlay.ts'
import type { AreaOnMap, MapUse, ReportOnMap, ReportsSource } from './settings.ts'
import { onTap } from './tap.ts'
import { writeInView } from './write-in-view.ts'

/** From here on a report opened by its address is seen among its neighbours. */
const closeZoom = 16

/** The map as a page of its own: filters, the list of what is in view, a card, and an address that keeps all of it. */
export async function showPage(sheet: Sheet, use: Extract<MapUse, { kind: 'page' }>): Promise<void> {
  const { frame, say } = sheet
  const page = frame.closest('[data-map-page]') ?? frame
  const part = (name: string) => page.querySelector<HTMLElement>(`[data-map-${name}]`)
  const [form, summary, content, box, toList] = ['filters', 'summary', 'list', 'list-box', 'to-list'].map(part)
  if (!(form instanceof HTMLFormElement) || !summary || !content || !(box instanceof HTMLDetailsElement)) return

  // What the server did not understand of the address is not in the form.
  let state = { ...stateIn(new URLSearchParams(location.search)), filters: filtersIn(form) }
  const from = (): ReportsSource => ({ ...use.from, inView: narrowed(use.from.inView, state.filters) })
  // Whole, because a worker asks for them; not through `URL`, which would escape the braces.
  const tiles = () => location.origin + narrowed(use.from.tiles, state.filters)
  const border = () => {
    const area = areaIn(state.filters, use)
    return area && location.origin + area.border
  }
  const map = await drawMap(sheet, {
    overlay: (palette) => manyReports(tiles(), palette, border()),
    start: state.view ? { center: state.view, zoom: state.view.zoom } : 'city',
    sharesGestures: false,
    canvasLabel: say('map.canvas'),
  })

  const become = (next: Partial<PageState>, how: 'push' | 'replace') => {
    state = { ...state, ...next }
    const query = queryOf(state)
    history[`${how}State`](null, '', query ? `?${query}` : location.pathname)
  }
  const card = pageCard(page, sheet, () => close())
  const open = (_: unknown, reports: readonly ReportOnMap[]) => {
    const [first] = reports
    if (!first) return
    card.show(reports)
    become({ report: first.number }, state.report === null ? 'push' : 'replace')
  }
  const close = () => {
    card.hide()
    become({ report: null }, 'push')
  }
  const update = writeInView(map, sheet, { summary, content, isOpen: () => box.open, from, open })
  box.addEventListener('toggle', update)
  // Where it stands beside the map there is room for it.
  box.open ||= matchMedia('(width >= 52rem)').matches
  openInCard(content, from, open)
  onTap(map, use.from.inView, open)
  nearMe(map, page, say)
  refreshOnNews(map)

  const [newest, count] = [part('newest'), part('filter-count')]
  const sayFilters = () => {
    if (count) count.textContent = countInWords(state.filters.length)
    if (newest) newest.textContent = isNewestOnly(state.filters) ? say('map.newest_only', { most: use.most }) : ''
  }
  sayFilters()
  const filtered = () => {
    sayFilters()
    map.getSource<VectorTileSource>('reports')?.setTiles([tiles()])
    map.getSource<GeoJSONSource>('area')?.setData(borderData(border()))
    if (toList instanceof HTMLAnchorElement) toList.href = narrowed(use.list, state.filters)
    update()
  }
  form.addEventListener('change', () => {
    const before = areaIn(state.filters, use)
    become({ filters: filtersIn(form) }, 'push')
    filtered()
    if (areaIn(state.filters, use) !== before) showArea(map, state.filters, use)
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  map.on('moveend', () => become({ view: viewOf(map) }, 'replace'))
  addEventListener('popstate', () => {
    const before = queryOf({ ...state, view: null, report: null })
    const asked = stateIn(new URLSearchParams(location.search))
    fill(form, asked.filters)
    state = { ...asked, filters: filtersIn(form) }
    if (queryOf({ ...state, view: null, report: null }) !== before) filtered()
    if (state.view) map.jumpTo({ center: state.view, zoom: state.view.zoom })
    void showReport(map, state.report, card, use)
  })
  if (state.view === null && state.report === null) showArea(map, state.filters, use)
  await showReport(map, state.report, card, use, state.view === null)
}

/** The area that the filters name, if they name one that there is. */
function areaIn(filters: PageState['filters'], { areas }: Extract<MapUse, { kind: 'page' }>): AreaOnMap | null {
  return areas[filters.find(([name]) => name === 'area')?.[1] ?? ''] ?? null
}

function showArea(map: MapLibre, filters: PageState['filters'], use: Extract<MapUse, { kind: 'page' }>): void {
  const area = areaIn(filters, use)
  if (area) map.fitBounds([...area.bounds], { padding: 32, animate: false })
}

/** Opens the card that the address names, or closes the one that it does not. */
async function showReport(
  map: MapLibre,
  number: number | null,
  card: PageCard,
  { from }: Extract<MapUse, { kind: 'page' }>,
  comeNear = false,
): Promise<void> {
  if (number === null) return card.hide()
  const { reports } = await reportsOf(from.inView, [number])
  const [report] = reports
  if (!report) return card.hide()
  card.show(reports)
  if (comeNear && report.at) map.jumpTo({ center: [...report.at], zoom: closeZoom })
}

/** A report in the list opens here; with a key held, wherever the person wants it. */
function openInCard(
  content: HTMLElement,
  from: () => ReportsSource,
  open: (at: unknown, reports: readonly ReportOnMap[]) => void,
): void {
  content.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-number]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { reports } = await reportsOf(from().inView, [Number(link.dataset.number)])
    open(null, reports)
  })
}

function filtersIn(form: HTMLFormElement): PageState['filters'] {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value)
  return stateIn(query).filters
}

function fill(form: HTMLFormElement, filters: PageState['filters']): void {
  const valuesOf = (name: string) => filters.filter((filter) => filter[0] === name).map(([, value]) => value)
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
    const values = valuesOf(field.name)
    // The day that reports were due before is said by the box itself.
    if (field.name === 'overdue') field.value = values[0] ?? field.value
    if (field.type === 'checkbox' && field instanceof HTMLInputElement) field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
}

function viewOf(map: MapLibre): PageState['view'] {
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom() }
}
