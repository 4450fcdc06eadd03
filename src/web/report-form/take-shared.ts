import * as drafts from '#src/store/drafts.ts'
import * as media from '#src/store/media.ts'
import type { Handler } from '../context.ts'
import { text } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import { refusedFileWords } from '../uploads/file-problem-words.ts'
import { takeFiles } from '../uploads/take-files.ts'
import { draftCookie, freshKey } from './draft-cookie.ts'
import { fieldsToKeep } from './fields-to-keep.ts'
import { type FormParts, formPage } from './form-page.tsx'
import { handedWords } from './handed-words.ts'

/**
 * Begins a report of what a phone hands over from another app: photos and videos, and words. No page of ours asks for it
 * (see `fromNoOtherPage`), so it makes a new draft for this browser and no more: it adds to none that was begun, names
 * nobody, and sends nothing.
 */
export function takeShared(parts: FormParts): Handler<'shareToReport'> {
  return async (context) => {
    const { request, means, guide, network, now, t, to, seeOther, viewer, problem } = context
    const seconds = await parts.countTry('draft_from_network', network, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })

    const read = await readForm(request)
    if (!read.ok) return problem(read.problem)
    await using form = read.value
    const city = guide.city.id
    const tx = means.store.of(city)
    const key = freshKey()
    const { remove: _, ...sent } = form.fields
    const taken = await takeFiles(parts.countTry, context, guide, key, { ...form, fields: sent })
    const files = await media.waitingFor(tx, key)
    const ids = files.map(({ id }) => id)
    const fields = fieldsToKeep(
      { description: [handedWords(['title', 'text', 'url'].map((name) => text(sent, name)))] },
      ids,
    )
    await drafts.keep(tx, key, fields, now)
    const cookie = draftCookie(city, key, parts.secure, await viewer())
    if (taken.problems.length === 0) return seeOther(to.reportForm(city), [cookie])

    const problems = [{ field: 'files', words: refusedFileWords(taken.problems, t) }]
    return formPage(context, parts, { key, fields, files, problems, sent: null }, 422)
  }
}
