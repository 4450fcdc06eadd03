import type { PersonId } from '#src/domain/id.ts'
import * as drafts from '#src/store/drafts.ts'
import type { OpenReport } from '#src/store/known-reports.ts'
import * as media from '#src/store/media.ts'
import { isIntroduced } from '../account/consent.ts'
import type { Handler } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import { mediaMeant } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import { refusedToOutbox } from '../outbox/refused-to-outbox.ts'
import { refusedFileWords } from '../uploads/file-problem-words.ts'
import { takeFiles } from '../uploads/take-files.ts'
import type { Viewer } from '../viewer.ts'
import { checkDraft } from './check-draft.ts'
import { draftCookie } from './draft-cookie.ts'
import { draftFromForm } from './draft-from-form.ts'
import { fieldsToKeep } from './fields-to-keep.ts'
import { findInForm } from './find-in-form.ts'
import { type FormParts, formPage } from './form-page.tsx'
import { onePerField, wordsOfLimit, wordsOfMadeUp, wordsOfObjections, wordsOfSent } from './form-problems.ts'
import { keyOf } from './key-of.ts'
import { knownNear } from './known-near.ts'
import { sendDraft, sentTo } from './send-draft.ts'

/** Makes a report of the form, or gives it back with everything in it; who is not signed in does that next. */
export function takeReportForm(parts: FormParts): Handler<'submitReport'> {
  return async (context) => {
    const { means, guide, t, to, locale, now, network, seeOther, viewer } = context
    const isStranger = (await viewer()).kind === 'visitor'
    const seconds = isStranger ? await parts.countTry('draft_from_network', network, now) : null
    if (seconds !== null) return context.problem({ kind: 'too_many', seconds })

    const read = await readForm(context.request)
    if (!read.ok) return context.problem(read.problem)
    await using form = read.value
    const city = guide.city.id
    const tx = means.store.of(city)

    const { key, isMadeUp, sent } = await keyOf(context, form.fields)
    if (sent && !sent.tell) return seeOther(sentTo(to, city, sent.number))

    const taken = await takeFiles(parts.countTry, context, guide, key, form)
    const waiting = await media.waitingFor(tx, key)
    const fields = { ...form.fields, media: [...(form.fields.media ?? []), ...taken.added] }
    const meant = mediaMeant(
      fields,
      waiting.map(({ id }) => id),
    )
    const files = waiting.filter(({ id }) => meant.includes(id))
    const ids = files.map(({ id }) => id)
    const keep = () => drafts.keep(tx, key, fieldsToKeep(form.fields, ids), now)
    const cookie = draftCookie(city, key, parts.secure, await viewer())
    if (taken.wasRemoval && taken.problems.length === 0) {
      await keep()
      return seeOther(`${to.reportForm(city)}#photos`, [cookie])
    }
    const again = async (problems: readonly FormProblem[], status = 422, known: readonly OpenReport[] = []) => {
      await keep()
      if (context.fromOutbox)
        return refusedToOutbox(context, sent ? [...problems, wordsOfSent(t, sent.number)] : problems, status)
      return formPage(context, parts, { key, fields: form.fields, files, problems, known, sent }, status)
    }

    const looked = await findInForm(context, parts.countTry, form.fields)
    if (looked) {
      await drafts.keep(tx, key, fieldsToKeep(looked.fields, ids), now)
      return formPage(context, parts, { key, ...looked, files, problems: [], sent })
    }
    const { draft, malformed } = draftFromForm(fields, key, ids, locale)
    const problems = onePerField([
      ...(isMadeUp ? [wordsOfMadeUp(t)] : []),
      ...(taken.wasRemoval ? [] : await checkDraft(context, guide, draft, malformed)),
      ...(taken.problems.length > 0 ? [{ field: 'files', words: refusedFileWords(taken.problems, t) }] : []),
    ])
    if (problems.length > 0 || sent) return again(problems)
    const seen = form.fields.seen ?? []
    // Where it was written nobody could be shown what is known; a moderator joins the two.
    const known = context.fromOutbox ? [] : await knownNear(context, guide, draft)
    if (known.some(({ number }) => !seen.includes(String(number)))) return again([], 422, known)

    const afterSigningIn = async () => {
      await keep()
      return seeOther(`${to.signIn()}?continue=${city}`, [cookie])
    }
    const person = introduced(await viewer())
    if (!person) return afterSigningIn()
    const made = await sendDraft(parts.countTry, context, guide, draft, person)
    if (made.ok) return seeOther(sentTo(to, city, made.value))
    if (made.problem.kind === 'reports_many') return again([wordsOfLimit(t)], 429)
    const { objections } = made.problem
    if (objections.some(({ kind }) => kind === 'sign_in_needed')) return afterSigningIn()
    return again(wordsOfObjections(t, guide, draft, objections))
  }
}

/** Who is signed in and has said who they are; the steps of signing in ask for whatever is missing. */
function introduced(viewer: Viewer): PersonId | null {
  return viewer.kind === 'person' && isIntroduced(viewer) ? viewer.id : null
}
