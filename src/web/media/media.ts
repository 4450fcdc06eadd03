import type { Handler } from '../context.ts'
import { storedAnswer } from '../stored-answer.ts'
import { whoMaySee } from './who-may-see.ts'

/** What a part is by its ending: a file is never served as what somebody said it was. */
const types: ReadonlyMap<string, string> = new Map([
  ['webp', 'image/webp'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
])

/**
 * How long anyone may show a public file again without asking. Hiding a photo takes this long to reach those who have
 * it already; a browser that asks again gets its answer without the bytes.
 */
const freshSeconds = 300

/** One part of a photo or a video: to everyone when it is public, else to those whose business it is. To others there is none. */
export const media: Handler<'media'> = async (context) => {
  const { request, holes, means, problem } = context
  const type = types.get(holes.part.split('.').at(-1) ?? '')
  const seenBy = type ? await whoMaySee(context) : 'nobody'
  if (seenBy === 'nobody' || !type) return problem({ kind: 'not_found' })

  const answer = await storedAnswer(request, means.files, {
    key: `media/${holes.key}/${holes.part}`,
    etag: `"${holes.key}-${holes.part}"`,
    headers: [
      ['content-type', type],
      ['cache-control', seenBy === 'everyone' ? `public, max-age=${freshSeconds}` : 'private, no-store'],
      ['x-content-type-options', 'nosniff'],
      ['content-security-policy', "sandbox; default-src 'none'"],
      ['cross-origin-resource-policy', 'same-origin'],
      ['content-disposition', 'inline'],
    ],
  })
  return answer ?? problem({ kind: 'not_found' })
}
