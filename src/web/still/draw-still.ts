import type { MultiPolygon } from '#src/domain/guide.ts'
import type { Point } from '#src/domain/report.ts'
import type { Basemap } from '#src/outside/basemap/basemaps.ts'
import { flavorFrom } from '../map/flavor.ts'
import type { Palette } from '../map/palette.ts'
import { pinPaths, pinSize, placePin } from '../map/pins.ts'
import type { StillSize } from './addresses.ts'
import { type Camera, cameraAt, cameraOnCity, drawnAs, onWorld, type Size, scale, tileSize } from './camera.ts'
import { drawStreets } from './draw-streets.ts'

/** As near as to know the street, as the map that opens in its place. */
const nearZoom = 15.5

export type Still = {
  readonly place: Point
  readonly outline: MultiPolygon
  readonly palette: Palette
  readonly basemap: Basemap | null
  readonly size: StillSize
}

/** A place on the city's streets as an SVG; on its outline alone where there are no streets. */
export async function drawStill({ place, outline, palette, basemap, size }: Still): Promise<string> {
  const drawn = drawnAs(size)
  const pinHeight = pinSize.height * pinScale[size]
  const camera = basemap ? cameraAt(place, nearZoom, drawn) : cameraOnCity(outline, drawn, pinHeight)
  const { colours } = palette
  const flavor = flavorFrom(palette)
  const { width, height } = drawn
  const city = outlinePath(outline, camera)
  const ground = basemap
    ? await streetsAround(basemap, place, camera, palette, drawn)
    : `<path d="${city}" fill="${colours.paper}" fill-rule="evenodd"/>`
  const veil = palette.theme === 'dark' ? { colour: colours.sunken, share: 0.7 } : { colour: colours.line, share: 0.4 }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${flavor.background}"/>`,
    ground,
    `<path d="M0 0H${width}V${height}H0z${city}" fill="${veil.colour}" fill-opacity="${veil.share}" fill-rule="evenodd"/>`,
    `<path d="${city}" fill="none" stroke="${colours['ink-soft']}" stroke-opacity="0.55" stroke-width="1.5" stroke-dasharray="6 4.5"/>`,
    pinAt(camera.spot(place), palette, pinScale[size]),
    '</svg>',
  ].join('')
}

async function streetsAround(
  basemap: Basemap,
  place: Point,
  camera: Camera,
  palette: Palette,
  size: Size,
): Promise<string> {
  const z = Math.min(Math.floor(camera.zoom), (await basemap.facts()).maxZoom)
  const side = tileSize * 2 ** (camera.zoom - z)
  const { x, y } = onWorld(place)
  const range = (middle: number, length: number) => {
    const reach = length / 2 / side
    const [first, last] = [Math.floor(middle * 2 ** z - reach), Math.floor(middle * 2 ** z + reach)]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }
  const tiles = range(x, size.width).flatMap((column) => range(y, size.height).map((row) => ({ z, x: column, y: row })))
  const found = await Promise.all(
    tiles.map(async (tile) => ({ corner: camera.cornerOf(tile), side, bytes: await basemap.tile(z, tile.x, tile.y) })),
  )
  return drawStreets(found, palette)
}

function outlinePath({ coordinates }: MultiPolygon, camera: Camera): string {
  const spot = ([lng, lat]: readonly [number, number]) => {
    const { x, y } = camera.spot({ lng, lat })
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  return coordinates
    .flat()
    .map((ring) => `M${ring.map(spot).join('L')}z`)
    .join('')
}

/** The same pin as on the map, larger where there is room: it is all that the picture is about. */
const pinScale: Readonly<Record<StillSize, number>> = { large: 1.5, small: 0.8 }

function pinAt({ x, y }: { x: number; y: number }, { colours }: Palette, times: number): string {
  const { shape, sign } = pinPaths(placePin)
  const [left, top] = [x - (pinSize.width / 2) * times, y - pinSize.height * times]
  return `<g transform="translate(${left} ${top}) scale(${times})"><path d="${shape}" fill="${colours[placePin.colour]}" stroke="${colours.paper}" stroke-width="2.5"/><path d="${sign}" fill="${colours.paper}"/></g>`
}
