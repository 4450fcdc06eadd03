/** Metres: right, up, ahead. The photographer stands at the origin of the ground. */
export type Spot = readonly [x: number, y: number, z: number]

/** Pixels of a picture. */
export type Pixel = readonly [u: number, v: number]

export const width = 1280
export const height = 960

/** How a phone is held: eyes' height in metres, angles in degrees (down, to the right, tilted). */
export type Hold = {
  readonly eyes: number
  readonly down: number
  readonly right: number
  readonly tilt: number
  readonly focal: number
}

export type Camera = {
  /** What stays of a flat shape before the lens, as pixels; empty when all of it is behind. */
  readonly seen: (shape: readonly Spot[]) => readonly Pixel[]
  /** Null behind the lens. */
  readonly at: (spot: Spot) => Pixel | null
  /** Pixels in a metre at this spot. */
  readonly scaleAt: (spot: Spot) => number
  /** Where the sky meets the ground straight ahead. */
  readonly horizon: number
}

/** Nothing nearer than this is drawn, in metres. */
const near = 0.25

export function cameraHeld({ eyes, down, right, tilt, focal }: Hold): Camera {
  const [sinDown, cosDown] = sinCos(down)
  const [sinRight, cosRight] = sinCos(right)
  const [sinTilt, cosTilt] = sinCos(tilt)

  const turned = ([x, y, z]: Spot): Spot => {
    const lifted = y - eyes
    const aside = x * cosRight - z * sinRight
    const ahead = x * sinRight + z * cosRight
    return [aside, lifted * cosDown + ahead * sinDown, ahead * cosDown - lifted * sinDown]
  }
  const pixel = ([x, y, z]: Spot): Pixel => {
    const u = (focal * x) / z
    const v = (-focal * y) / z
    return [width / 2 + u * cosTilt - v * sinTilt, height / 2 + u * sinTilt + v * cosTilt]
  }
  return {
    seen: (shape) => beforeLens(shape.map(turned)).map(pixel),
    at: (spot) => {
      const before = turned(spot)
      return before[2] > near ? pixel(before) : null
    },
    scaleAt: (spot) => focal / Math.max(near, turned(spot)[2]),
    horizon: height / 2 - focal * (sinDown / cosDown),
  }
}

function sinCos(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180
  return [Math.sin(angle), Math.cos(angle)]
}

/** Sutherland and Hodgman's clipping, by the one plane that matters here. */
function beforeLens(shape: readonly Spot[]): readonly Spot[] {
  return shape.flatMap((spot, index) => {
    const previous = shape.at(index - 1) ?? spot
    const inside = spot[2] > near
    if (inside === previous[2] > near) return inside ? [spot] : []
    const part = (near - previous[2]) / (spot[2] - previous[2])
    const edge: Spot = [
      previous[0] + part * (spot[0] - previous[0]),
      previous[1] + part * (spot[1] - previous[1]),
      near,
    ]
    return inside ? [edge, spot] : [edge]
  })
}
