import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, MediaId } from '#src/domain/id.ts'
import { addMedia } from '#src/operations/add-media.ts'
import { removeMedia } from '#src/operations/remove-media.ts'
import type { Common } from '../context.ts'
import { mediaIds } from '../form/fields.ts'
import { type Form, formLimits } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import type { RefusedFile } from './file-problem-words.ts'

/**
 * Keeps the files that came with a form (`files`) under its key before anything else is looked at, so that a mistake
 * elsewhere never loses them, and takes away the one whose button was pressed (`remove`): then the form was not sent,
 * only changed. `added` are meant by the form, though a script that came later than they were picked names none of them.
 */
export async function takeFiles(
  countTry: CountTry,
  { means, network, now }: Pick<Common, 'means' | 'network' | 'now'>,
  { city }: Guide,
  key: DraftKey,
  form: Form,
): Promise<{
  readonly problems: readonly RefusedFile[]
  readonly wasRemoval: boolean
  readonly added: readonly MediaId[]
}> {
  const tooLarge = { kind: 'file_too_large', mostBytes: formLimits.file } as const
  const problems: RefusedFile[] = form.tooLarge.map(({ name }) => ({ name, problem: tooLarge }))
  const [removed] = mediaIds({ media: form.fields.remove ?? [] })
  if (removed) await removeMedia(means, city.id, key, removed)

  const ids: MediaId[] = []
  // One after another: each is made anew in memory.
  for (const { name, path } of form.files.filter(({ field }) => field === 'files')) {
    if ((await countTry('upload_from_network', network, now)) !== null) {
      problems.push({ name: '', problem: { kind: 'too_often' } })
      break
    }
    const added = await addMedia(means, city.id, key, path, city.policy.mostMedia)
    if (added.ok) ids.push(added.value.media.id)
    else problems.push({ name, problem: added.problem })
  }
  return { problems, wasRemoval: removed !== undefined, added: ids }
}
