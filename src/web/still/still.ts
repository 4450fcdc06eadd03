import * as pins from '#src/store/pins.ts'
import type { Handler, HeaderList } from '../context.ts'
import { storedAnswer } from '../stored-answer.ts'
import type { Stills } from './stills.ts'

/** As long as a photo: when a report ceases to be public, so does its place. */
const freshSeconds = 300

/** Where a public report is, as a picture: drawn when it is first asked for, and kept as a file until place or streets change. */
export function still(stills: Stills): Handler<'still'> {
  return async (context) => {
    const { request, url, guide, holes, means, problem } = context
    const [pin] = await pins.ofNumbers(means.store.of(guide.city.id), [holes.number])
    if (!pin) return problem({ kind: 'not_found' })

    const { name, key, draw } = stills({
      guide,
      place: pin.location,
      basemap: await context.basemap(),
      theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
      size: url.searchParams.get('size') === 'small' ? 'small' : 'large',
    })
    const kept = () => storedAnswer(request, means.files, { key, etag: `"${name}"`, headers })
    const known = await kept()
    if (known) return known
    await draw()
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
