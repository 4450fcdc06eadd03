import type { MediaId } from '#src/domain/id.ts'
import { removeMedia } from '#src/operations/remove-media.ts'
import * as media from '#src/store/media.ts'
import type { Handlers } from '../context.ts'
import { draftKey, mediaIds } from '../form/fields.ts'
import { formLimits } from '../form/read-form.ts'
import { httpStatus } from '../http-status.ts'
import type { CountTry, LimitName } from '../limits.ts'
import { type Asked, type Began, byTus, extensions, type Refused, type UploadContext, uploadFor } from './by-tus.ts'
import { checksums } from './checksum-from.ts'
import { fileProblemWords } from './file-problem-words.ts'
import { shownFile } from './shown-file.ts'
import type { Uploaded } from './uploaded.ts'

type Uploads = Pick<Handlers, 'addUpload' | 'askUploads' | 'upload' | 'addPiece' | 'endUpload'>

/**
 * Files that a script sends ahead of its form, in pieces, by tus. A new one says its `Upload-Length`, and as metadata the
 * `key` of its form and the `media` that the form has. The answer to its last piece says what became of it.
 */
export function uploadHandlers(countTry: CountTry): Uploads {
  const answer = (context: UploadContext) => answered(context, (asked) => mayBegin(countTry, context, asked))
  return {
    addUpload: answer,
    addPiece: answer,
    endUpload: answer,
    async upload(context) {
      // What is read from the router as GET may be the protocol's question how far an upload is.
      if (context.request.method === 'HEAD') return answer(context)
      const { holes, to, problem, json } = context
      const upload = await uploadFor(context, holes.upload)
      if (!upload?.media) return problem({ kind: 'not_found' })
      return json({ ...shownFile(to, upload.media, upload.draft), gps: null } satisfies Uploaded)
    },
    askUploads: () =>
      new Response(null, {
        status: 204,
        headers: {
          'tus-resumable': '1.0.0',
          'tus-version': '1.0.0',
          'tus-extension': extensions.join(','),
          'tus-checksum-algorithm': checksums,
          'tus-max-size': String(formLimits.file),
        },
      }),
  }
}

async function answered(context: UploadContext, begin: (asked: Asked) => Promise<Began | Refused>): Promise<Response> {
  const { to, t, json } = context
  const { answer, refused, whole } = await byTus(context, begin)
  const headers = [...answer.headers].filter(([name]) => !/^(?:content-|access-)/.test(name))
  if (whole) {
    const { media: row, gps } = whole.added
    return json({ ...shownFile(to, row, whole.upload.draft), gps } satisfies Uploaded, { status: 201, headers })
  }
  if (refused?.kind === 'not_a_form' || refused?.kind === 'not_found') return context.problem(refused)
  if (refused) {
    const said = { problem: refused.kind, words: fileProblemWords(refused, t) }
    return json(said, { status: httpStatus[refused.kind], headers })
  }
  if (answer.status === 404) return context.problem({ kind: 'not_found' })
  // An extension of the protocol that `OPTIONS` does not name is the asker's mistake: nothing is wrong with the server.
  const status = answer.status === 501 ? 400 : answer.status
  // The library's words for what is wrong are English, and nobody's to read.
  return new Response(null, { status, headers })
}

async function mayBegin(
  countTry: CountTry,
  context: UploadContext,
  { length, fields }: Asked,
): Promise<Began | Refused> {
  const { network, now } = context
  const viewer = await context.viewer()
  const person = viewer.kind === 'person' ? viewer.id : null
  const isOften = async (name: LimitName, who: string, times?: number) =>
    (await countTry(name, who, now, times)) !== null
  const kilobytes = Math.ceil(length / 1024)
  if (await isOften('upload_from_network', network)) return { kind: 'too_often' }
  if (person && (await isOften('upload_by_person', person))) return { kind: 'too_often' }
  const draft = draftKey(fields)
  if (!draft) return { kind: 'not_a_form' }
  if (length === 0) return { kind: 'file_empty' }
  if (length > formLimits.file) return { kind: 'file_too_large', mostBytes: formLimits.file }
  if (await isOften('upload_kilobytes_from_network', network, kilobytes)) return { kind: 'too_often' }
  if (person && (await isOften('upload_kilobytes_by_person', person, kilobytes))) return { kind: 'too_often' }
  await makeRoom(context, draft, mediaIds(fields))
  return { draft, person, length }
}

/**
 * A file that was taken back while its answer was on the way is waiting unknown to its form: it goes when the place is
 * needed, the oldest first, and not one more than that.
 */
async function makeRoom(
  { means, guide: { city } }: UploadContext,
  draft: Began['draft'],
  listed: readonly MediaId[],
): Promise<void> {
  const waiting = await media.waitingFor(means.store.of(city.id), draft)
  const over = waiting.length + 1 - city.policy.mostMedia
  const unknown = waiting.filter(({ id }) => !listed.includes(id))
  for (const { id } of unknown.slice(0, Math.max(0, over))) await removeMedia(means, city.id, draft, id)
}
