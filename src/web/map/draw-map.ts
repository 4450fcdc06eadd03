import { AttributionControl, Map as MapLibre, type MapOptions, NavigationControl } from 'maplibre-gl'
import type { Bounds } from '#src/domain/area.ts'
import type { Point } from '#src/domain/report.ts'
import { mapStyle, type Overlay } from './map-style.ts'
import { boundsOf, widened } from './outline.ts'
import { onPaletteChange, type Palette, readPalette } from './palette.ts'
import { drawPinsOnDemand } from './pin-images.ts'
import { farFromCity } from './reach.ts'
import { readBasemap } from './read-basemap.ts'
import type { Say } from './say.ts'
import type { MapSettings } from './settings.ts'
import type { MapWord } from './words.ts'

/** What every use of the map is given. */
export type Sheet = {
  readonly frame: HTMLElement
  /** The element that the map is drawn into. */
  readonly ground: HTMLElement
  readonly settings: MapSettings
  readonly say: Say
}

export type View = {
  readonly overlay: (palette: Palette) => Overlay
  readonly start: { readonly center: Point; readonly zoom: number } | { readonly bounds: Bounds } | 'city'
  /** One finger scrolls the page and two move the map; false where moving the map is the point. */
  readonly sharesGestures: boolean
  readonly canvasLabel: string
}

/** A map with our ground and the given overlay, in the page's theme and language. Done when its first picture stands. */
export async function drawMap({ frame, ground, settings, say }: Sheet, view: View): Promise<MapLibre> {
  const { outline, locale } = settings
  const basemap = await readBasemap(settings.basemap).catch(reported)
  const styleIn = (palette: Palette) =>
    mapStyle({
      palette,
      locale,
      basemap: basemap === 'failed' ? null : basemap,
      outline,
      overlay: view.overlay(palette),
    })
  const map = new MapLibre({
    container: ground,
    style: styleIn(readPalette(ground)),
    ...cameraFor(settings, view.start),
    maxZoom: 19,
    cooperativeGestures: view.sharesGestures,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    locale: controlWords(say),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right')
  map.getCanvas().setAttribute('aria-label', view.canvasLabel)
  drawPinsOnDemand(map)
  onPaletteChange(ground, (palette) => map.setStyle(styleIn(palette)))

  const note = addNote(frame)
  const tell = (word: MapWord) => note.replaceChildren(say(word))
  map.on('error', ({ error, ...where }) => {
    const { sourceId } = where as { sourceId?: string } // an error of a source names it
    reportError(error)
    if (sourceId === 'basemap') tell('map.basemap_failed')
    if (sourceId === 'reports') tell('map.reports_failed')
  })
  if (basemap === 'failed') tell('map.basemap_failed')
  if (basemap === null) tell(settings.use.kind === 'place' ? 'map.no_basemap_place' : 'map.no_basemap')
  await new Promise((shown) => map.once('load', shown))
  return map
}

function cameraFor({ outline }: MapSettings, start: View['start']): Partial<MapOptions> {
  const city = boundsOf(outline)
  const maxBounds = widened(city, farFromCity)
  if (start !== 'city' && 'center' in start) return { maxBounds, ...start }
  const [west, south, east, north] = start === 'city' ? city : start.bounds
  return {
    maxBounds,
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: { top: 44, right: 20, bottom: 20, left: 20 } },
  }
}

/** The map without its streets still shows what matters; the page goes on, the fault is seen by who looks for it. */
function reported(error: unknown): 'failed' {
  reportError(error)
  return 'failed'
}

/** A line under the map that is read out when it changes. */
export function addNote(frame: HTMLElement): HTMLElement {
  const note = document.createElement('p')
  note.className = 'soft map-said'
  note.role = 'status'
  frame.append(note)
  return note
}

function controlWords(say: Say): Record<string, string> {
  return {
    'AttributionControl.ToggleAttribution': say('map.sources'),
    'NavigationControl.ZoomIn': say('map.zoom_in'),
    'NavigationControl.ZoomOut': say('map.zoom_out'),
    'Popup.Close': say('map.close'),
    'CooperativeGesturesHandler.WindowsHelpText': say('map.ctrl_scroll'),
    'CooperativeGesturesHandler.MacHelpText': say('map.cmd_scroll'),
    'CooperativeGesturesHandler.MobileHelpText': say('map.two_fingers'),
  }
}
