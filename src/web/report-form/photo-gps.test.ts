import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gpsWithin, photoGps } from './photo-gps.ts'

type Fraction = readonly [number, number]
type Written = { readonly lat: readonly Fraction[]; readonly lng: readonly Fraction[]; readonly signs?: string }

/** A photo's Exif as cameras write it, behind so many other bytes. */
function aPhoto({ lat, lng, signs = 'NE' }: Written, { little = true, before = 20 } = {}): Uint8Array {
  const bytes = new Uint8Array(before + 6 + 200)
  bytes.set(
    [...'Exif\0\0'].map((letter) => letter.charCodeAt(0)),
    before,
  )
  const view = new DataView(bytes.buffer, before + 6)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag, little)
    view.setUint16(at + 2, type, little)
    view.setUint32(at + 4, count, little)
    view.setUint32(at + 8, value, little)
  }
  bytes.set(
    [...(little ? 'II*\0' : 'MM\0*')].map((letter) => letter.charCodeAt(0)),
    before + 6,
  )
  view.setUint32(4, 8, little)
  view.setUint16(8, 1, little)
  entry(10, 0x8825, 4, 1, 26)
  view.setUint16(26, 4, little)
  entry(28, 1, 2, 2, 0)
  entry(40, 2, 5, 3, 90)
  entry(52, 3, 2, 2, 0)
  entry(64, 4, 5, 3, 120)
  view.setUint8(36, signs.charCodeAt(0))
  view.setUint8(60, signs.charCodeAt(1))
  for (const [start, parts] of [
    [90, lat],
    [120, lng],
  ] as const)
    parts.forEach(([above, below], index) => {
      view.setUint32(start + index * 8, above, little)
      view.setUint32(start + index * 8 + 4, below, little)
    })
  return bytes
}

const lat = [
  [50, 1],
  [15, 1],
  [3000, 100],
] as const
const lng = [
  [28, 1],
  [39, 1],
  [0, 1],
] as const

describe('the place in a photo', () => {
  it('is read in either order of bytes, wherever it stands near the beginning', () => {
    for (const little of [true, false])
      for (const before of [0, 1, 5000]) {
        const point = photoGps(aPhoto({ lat, lng }, { little, before }))
        expect(point?.lat).toBeCloseTo(50.258333, 5)
        expect(point?.lng).toBeCloseTo(28.65, 5)
      }
  })

  it('is south and west of nothing when its letters say so', () => {
    const point = photoGps(aPhoto({ lat, lng, signs: 'SW' }))
    expect([Math.sign(point?.lat ?? 0), Math.sign(point?.lng ?? 0)]).toEqual([-1, -1])
  })

  it('is none where a camera had no fix, or wrote what no place is', () => {
    const zero = [
      [0, 1],
      [0, 1],
      [0, 1],
    ] as const
    expect(photoGps(aPhoto({ lat: zero, lng: zero }))).toBeNull()
    expect(photoGps(aPhoto({ lat: [[91, 1], ...lat.slice(1)], lng }))).toBeNull()
    expect(photoGps(aPhoto({ lat: [[5, 0], ...lat.slice(1)], lng }))).toBeNull()
    expect(photoGps(aPhoto({ lat, lng }, { before: gpsWithin }))).toBeNull()
    expect(photoGps(new Uint8Array())).toBeNull()
  })

  it('is a place on earth or none, whatever the bytes', () => {
    const anywhere = (bytes: Uint8Array) => {
      const point = photoGps(bytes)
      return point === null || (Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180)
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), anywhere))
    const broken = fc.tuple(fc.integer({ min: 26, max: 200 }), fc.uint8Array({ minLength: 1, maxLength: 60 }))
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 4 }), fc.integer({ min: 0, max: 226 }), (changes, cut) => {
        const bytes = aPhoto({ lat, lng })
        for (const [at, some] of changes) bytes.set(some.subarray(0, Math.max(0, bytes.length - at)), at)
        return anywhere(bytes) && anywhere(bytes.subarray(0, cut))
      }),
    )
  })
})
