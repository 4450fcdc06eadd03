import { removeMedia } from '#src/operations/remove-media.ts'
import type { Handler } from '../context.ts'
import { draftKey } from '../form/fields.ts'

/** Takes back a file that waits for its form; what is gone already is fine. */
export const removeUpload: Handler<'removeUpload'> = async ({ url, means, guide, holes, problem }) => {
  const key = draftKey({ key: url.searchParams.getAll('key') })
  if (!key) return problem({ kind: 'not_found' })
  await removeMedia(means, guide.city.id, key, holes.media)
  return new Response(null, { status: 204 })
}
