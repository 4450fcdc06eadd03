import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { Point } from '#src/domain/report.ts'
import { drawMap, type Sheet } from './draw-map.ts'
import type { Place } from './keep-place.ts'
import { isInside } from './outline.ts'
import { onPaletteChange, readPalette } from './palette.ts'
import { drawPin, placePin } from './pins.ts'
import { settingsOf } from './settings.ts'

/** From here on a pin stands at a house, not in a district. */
const exactZoom = 15
const closeZoom = 16.5

/** A pin fixed in the middle and the map moving under it, by finger, mouse or keys; a tap brings the tapped place under it. */
export async function pickPlace(sheet: Sheet, place: Place): Promise<void> {
  const { ground, say, frame } = sheet
  const { outline } = settingsOf(frame)
  const known = place.get()
  const map = await drawMap(sheet, {
    overlay: () => ({ sources: {}, layers: [] }),
    start: known ? { center: known, zoom: closeZoom } : 'city',
    sharesGestures: false,
    canvasLabel: say('map.place.canvas'),
  })
  const pin = standPin(ground)
  const hint = sayHint(ground, say('map.place.hint'))
  const show = (point: Point | null) => {
    pin.dataset.set = String(point !== null)
    hint.hidden = point !== null
  }
  let isOurs = false
  const setByMap = (point: Point, note = '') => {
    isOurs = true
    place.set(point, note)
    isOurs = false
  }
  const setHere = () => {
    const before = place.get()
    if (before && isMiddle(map, before)) return
    setByMap(middleOf(map), map.getZoom() < exactZoom ? say('map.place.closer') : '')
  }

  show(known)
  zoomRoundThePin(map)
  moveByKeys(map, setHere)
  map.on('dragend', setHere)
  // After a throw the map glides on: the point is where it comes to rest.
  map.on('moveend', ({ originalEvent }: { originalEvent?: unknown }) => {
    if (originalEvent && place.get()) setHere()
  })
  map.on('click', ({ lngLat: { lng, lat } }: MapMouseEvent) => {
    // Outside there is nothing to come nearer to, and the city would be out of sight.
    const zoom = isInside(outline, { lng, lat }) ? Math.max(map.getZoom(), exactZoom) : map.getZoom()
    map.easeTo({ center: [lng, lat], zoom })
    setByMap({ lng, lat })
  })
  place.onChange((point) => {
    show(point)
    if (point && !isOurs) map.stop().easeTo({ center: point, zoom: Math.max(map.getZoom(), closeZoom) })
  })
}

/** Coming nearer must not move the chosen place. */
function zoomRoundThePin(map: MapLibre): void {
  map.doubleClickZoom.disable()
  map.scrollZoom.enable({ around: 'center' })
  map.touchZoomRotate.enable({ around: 'center' })
}

/** A step is a house's width on a near map; with Shift, five. Enter takes the place under the pin as it is. */
function moveByKeys(map: MapLibre, setHere: () => void): void {
  map.keyboard.disable()
  const steps: Readonly<Record<string, [number, number]>> = {
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
  }
  map.getCanvas().addEventListener('keydown', (event) => {
    const { key, shiftKey } = event
    const step = steps[key]
    const length = shiftKey ? 100 : 20
    if (step) map.panBy([step[0] * length, step[1] * length], { duration: 0 })
    else if (key === '+' || key === '=') map.zoomIn()
    else if (key === '-') map.zoomOut()
    else if (key !== 'Enter') return
    event.preventDefault()
    if (step || key === 'Enter') setHere()
  })
}

function standPin(ground: HTMLElement): HTMLElement {
  const pin = document.createElement('div')
  pin.className = 'map-middle'
  const draw = (palette = readPalette(ground)) => pin.replaceChildren(drawPin(placePin, palette.colours, 3))
  draw()
  onPaletteChange(ground, draw)
  ground.append(pin)
  return pin
}

function sayHint(ground: HTMLElement, sentence: string): HTMLElement {
  const hint = document.createElement('p')
  hint.className = 'map-hint'
  hint.textContent = sentence
  ground.append(hint)
  return hint
}

function middleOf(map: MapLibre): Point {
  const { lng, lat } = map.getCenter()
  return { lng, lat }
}

function isMiddle(map: MapLibre, point: Point): boolean {
  const { x, y } = map.project(point)
  const { clientWidth, clientHeight } = map.getContainer()
  return Math.hypot(x - clientWidth / 2, y - clientHeight / 2) < 1
}
