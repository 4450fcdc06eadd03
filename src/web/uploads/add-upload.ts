import type { MediaId } from '#src/domain/id.ts'
import { type Added, addMedia } from '#src/operations/add-media.ts'
import { removeMedia } from '#src/operations/remove-media.ts'
import * as media from '#src/store/media.ts'
import type { Context, Handler } from '../context.ts'
import { draftKey, type FieldsOf, mediaIds } from '../form/fields.ts'
import { formLimits, readForm } from '../form/read-form.ts'
import { httpStatus } from '../http-status.ts'
import type { CountTry } from '../limits.ts'
import { type FileProblem, fileProblemWords } from './file-problem-words.ts'
import { shownFile } from './shown-file.ts'
import type { Uploaded } from './uploaded.ts'

/** Takes one file that a script sent ahead of its form: `key` of the form, `files`, and as `media` those the form has. */
export function addUpload(countTry: CountTry): Handler<'addUpload'> {
  return async (context) => {
    const { request, network, now, guide, means, to } = context
    if ((await countTry('upload_from_network', network, now)) !== null) return refused(context, { kind: 'too_often' })

    const read = await readForm(request)
    if (!read.ok) return context.problem(read.problem)
    await using form = read.value
    if (form.tooLarge.length > 0) return refused(context, { kind: 'file_too_large', mostBytes: formLimits.file })
    const key = draftKey(form.fields)
    const [file] = form.files
    if (!key || !file) return context.problem({ kind: 'not_a_form' })

    const { id: city, policy } = guide.city
    await makeRoom(context, form.fields)
    const added = await addMedia(means, city, key, file.path, policy.mostMedia)
    if (!added.ok) return refused(context, added.problem)
    const { media: row, gps }: Added = added.value
    return context.json({ ...shownFile(to, row, key), gps } satisfies Uploaded, { status: 201 })
  }
}

/**
 * A file that was taken back while its answer was on the way is waiting unknown to its form: it goes when the place is
 * needed, the oldest first, and not one more than that.
 */
async function makeRoom({ means, guide: { city } }: Context<'addUpload'>, fields: FieldsOf): Promise<void> {
  const key = draftKey(fields)
  const waiting = key ? await media.waitingFor(means.store.of(city.id), key) : []
  const over = waiting.length + 1 - city.policy.mostMedia
  if (!key || over <= 0) return
  const known: ReadonlySet<MediaId> = new Set(mediaIds(fields))
  const unknown = waiting.filter(({ id }) => !known.has(id))
  for (const { id } of unknown.slice(0, over)) await removeMedia(means, city.id, key, id)
}

function refused({ t, json }: Context<'addUpload'>, problem: FileProblem): Promise<Response> {
  return json({ problem: problem.kind, words: fileProblemWords(problem, t) }, { status: httpStatus[problem.kind] })
}
