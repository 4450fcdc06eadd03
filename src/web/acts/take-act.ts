import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey } from '#src/domain/id.ts'
import { lifecycle } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { areasAt, areasOf } from '#src/store/areas.ts'
import * as media from '#src/store/media.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Common } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import { draftKey, type FieldsOf, mediaMeant } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import { httpStatus } from '../http-status.ts'
import type { CountTry } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { refusedFileWords } from '../uploads/file-problem-words.ts'
import { takeFiles } from '../uploads/take-files.ts'
import { withFiles } from './act-form.tsx'
import { actFromForm, type Lookups } from './act-from-form.ts'
import { actProblemWords } from './act-problem-words.ts'
import { askBeforeMerge } from './merge-sure.ts'
import { proposalFor } from './proposal-for.ts'

/** What became of an act that a form asked for. */
export type Taken =
  | { readonly kind: 'done'; readonly report: Report }
  /** To be drawn again, as typed; files that arrived wait under the key. */
  | {
      readonly kind: 'refused'
      readonly problem: FormProblem
      readonly status: number
      readonly typed: FieldsOf
      readonly formKey: DraftKey | null
      readonly files: readonly media.Media[]
    }
  /** A file was added or removed without a script: the form goes on. */
  | {
      readonly kind: 'files_changed'
      readonly typed: FieldsOf
      readonly formKey: DraftKey
      readonly files: readonly media.Media[]
    }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

/** True for the name of an act, as an address has it. */
export function isActKind(name: string): name is ActKind {
  return Object.hasOwn(lifecycle, name)
}

/**
 * Does what the form of an act says, as this actor: the same for the author, the desk and a private link. `closing` is the
 * `seq` of the answer that a letter asks about: of a later one it says nothing.
 */
export async function takeAct(
  countTry: CountTry,
  context: Common,
  guide: Guide,
  number: number,
  kind: ActKind,
  actor: Actor,
  closing?: number,
): Promise<Taken> {
  const read = await readForm(context.request)
  if (!read.ok) return { kind: 'unreadable', problem: read.problem }
  await using form = read.value

  const { means, t } = context
  const tx = means.store.of(guide.city.id)
  const formKey = draftKey(form.fields)
  const taken = formKey && (await takeFiles(countTry, context, guide, formKey, form))
  const fields = { ...form.fields, media: [...(form.fields.media ?? []), ...(taken ? taken.added : [])] }
  const waiting = async () => {
    const all = formKey ? await media.waitingFor(tx, formKey) : []
    const meant = mediaMeant(
      fields,
      all.map(({ id }) => id),
    )
    return all.filter(({ id }) => meant.includes(id))
  }
  const refused = async (problem: FormProblem, status: number) => {
    return { kind: 'refused' as const, problem, status, typed: form.fields, formKey, files: await waiting() }
  }

  const [first] = taken?.problems ?? []
  if (taken && first)
    return refused({ field: 'files', words: refusedFileWords(taken.problems, t) }, httpStatus[first.problem.kind])
  if (formKey && taken?.wasRemoval)
    return { kind: 'files_changed', typed: form.fields, formKey, files: await waiting() }

  const ids = withFiles.includes(kind) ? (await waiting()).map(({ id }) => id) : []
  const meant = mediaMeant(fields, ids)
  const lookups: Lookups = {
    reportByNumber: async (one) => (await findByNumber(tx, one))?.id ?? null,
    organizationFor: async (categoryId, location) => {
      const areas = await (location ? areasAt(tx, location) : areasOf(tx, number))
      return proposalFor({ categoryId }, areas, guide)?.organization ?? null
    },
  }
  const sent = await actFromForm(kind, { ...form.fields, media: meant }, lookups)
  if (!sent.ok) return refused(actProblemWords(sent.problem, form.fields, t), 422)

  const { key, seen, after, act } = sent.value
  const unsure = await askBeforeMerge(context, guide, number, act, form.fields)
  if (unsure) return { ...(await refused(unsure.problem, 422)), typed: unsure.typed }
  const moved = await moveReport(
    means,
    guide,
    { number, act, key, after, ...(seen === undefined ? {} : { seen }), ...(closing === undefined ? {} : { closing }) },
    actor,
  )
  if (!moved.ok) return refused(actProblemWords(moved.problem, form.fields, t), httpStatus[moved.problem.kind])
  return { kind: 'done', report: moved.value }
}
