import { createHash } from 'node:crypto'

import type { Guide } from '#src/domain/guide.ts'
import type { Point } from '#src/domain/report.ts'
import type { Basemap } from '#src/outside/basemap/basemaps.ts'
import type { Files } from '#src/outside/files.ts'
import type { Theme } from '../map/palette.ts'
import type { StillSize } from './addresses.ts'
import { drawStill } from './draw-still.ts'
import { palettes } from './palettes.ts'

/** An SVG as a PNG. */
export type Rasterise = (svg: string) => Promise<Uint8Array>

export type StillAsked = {
  readonly guide: Guide
  readonly place: Point
  readonly basemap: Basemap | null
  readonly theme: Theme
  readonly size: StillSize
}

/** A picture by the name that all it shows gives it, and the file it is kept in once it is drawn. */
export type NamedStill = { readonly name: string; readonly key: string; draw(): Promise<void> }

/** Pictures of places, drawn at most once and one at a time: the machine has pages to answer. */
export type Stills = (asked: StillAsked) => NamedStill

/** Raised when pictures come to be drawn otherwise. */
const edition = 2

export function stillsIn(files: Files, rasterise: Rasterise): Stills {
  const drawing = new Map<string, Promise<void>>()
  let before: Promise<unknown> = Promise.resolve()

  return ({ guide, place, basemap, theme, size }) => {
    const palette = palettes[theme]
    const facts = [edition, size, palette, place, basemap?.edition ?? guide.outline]
    const name = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)
    const key = `still/${guide.city.id}/${basemap?.edition ?? 'outline'}/${name}.png`
    const drawNow = async () => {
      const svg = await drawStill({ place, outline: guide.outline, palette, basemap, size })
      await files.put(key, await rasterise(svg), 'image/png')
    }
    return {
      name,
      key,
      draw() {
        const drawn = drawing.get(key) ?? before.then(drawNow)
        drawing.set(key, drawn)
        before = drawn.catch(() => undefined).finally(() => drawing.delete(key))
        return drawn
      },
    }
  }
}
