import type { Act } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import { isPublic } from '#src/domain/report.ts'
import { isOpen } from '#src/domain/support.ts'
import { findById } from '#src/store/reports.ts'
import { dayInWords } from '#src/text/time.ts'
import type { Common } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'

/** In this field a form of merging says which report its sender has seen. */
export const seenMain = 'sure'

/**
 * A number alone is easily mistyped: what stands behind it is shown before anything is merged into it. Null where it has
 * been seen, and where it is nothing to merge into, of which the act itself will say so.
 */
export async function askBeforeMerge(
  { means, now, t }: Common,
  { city }: Guide,
  number: number,
  act: Act,
  fields: FieldsOf,
): Promise<{ readonly problem: FormProblem; readonly typed: FieldsOf } | null> {
  if (act.kind !== 'merge') return null
  const main = await findById(means.store.of(city.id), act.into)
  if (!main || !isPublic(main) || main.status === 'merged' || main.number === number) return null
  if (text(fields, seenMain) === String(main.number)) return null
  const words = t(isOpen(main) ? 'acting.merge_sure' : 'acting.merge_sure_closed', {
    number: main.number,
    title: headline(main.description),
    status: t(`status.${main.status}`),
    place: main.address || t('desk.no_address'),
    day: dayInWords(main.submittedAt, { timeZone: city.timeZone, now }, t),
  })
  return { problem: { field: 'into', words }, typed: { ...fields, [seenMain]: [String(main.number)] } }
}
