import { createHash } from 'node:crypto'

import * as pins from '#src/store/pins.ts'
import type { Handler, HeaderList } from '../context.ts'
import { storedAnswer } from '../stored-answer.ts'
import { drawStill } from './draw-still.ts'
import { palettes } from './palettes.ts'

/** An SVG as a PNG. */
export type Rasterise = (svg: string) => Promise<Uint8Array>

/** Raised when pictures come to be drawn otherwise. */
const edition = 1
/** As long as a photo: when a report ceases to be public, so does its place. */
const freshSeconds = 300

/** Where a public report is, as a picture: drawn when it is first asked for, and kept as a file until place or streets change. */
export function still(rasterise: Rasterise): Handler<'still'> {
  const drawing = new Map<string, Promise<void>>()
  // One at a time: the machine has pages to answer.
  let before: Promise<unknown> = Promise.resolve()

  return async (context) => {
    const { request, url, guide, holes, means, problem } = context
    const [pin] = await pins.ofNumbers(means.store.of(guide.city.id), [holes.number])
    if (!pin) return problem({ kind: 'not_found' })

    const basemap = await context.basemap()
    const palette = palettes[url.searchParams.get('theme') === 'dark' ? 'dark' : 'light']
    const size = url.searchParams.get('size') === 'small' ? 'small' : 'large'
    const facts = [edition, size, palette, pin.location, basemap?.edition ?? guide.outline]
    const name = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)
    const key = `still/${guide.city.id}/${basemap?.edition ?? 'outline'}/${name}.png`
    const kept = () => storedAnswer(request, means.files, { key, etag: `"${name}"`, headers })
    const known = await kept()
    if (known) return known

    const draw = async () => {
      const svg = await drawStill({ place: pin.location, outline: guide.outline, palette, basemap, size })
      await means.files.put(key, await rasterise(svg), 'image/png')
    }
    const drawn = drawing.get(key) ?? before.then(draw)
    drawing.set(key, drawn)
    before = drawn.catch(() => undefined).finally(() => drawing.delete(key))
    await drawn
    return (await kept()) ?? problem({ kind: 'not_found' })
  }
}

const headers: HeaderList = [
  ['content-type', 'image/png'],
  ['cache-control', `public, max-age=${freshSeconds}`],
  ['x-content-type-options', 'nosniff'],
  // Mail programs on the web show it in letters.
  ['cross-origin-resource-policy', 'cross-origin'],
]
