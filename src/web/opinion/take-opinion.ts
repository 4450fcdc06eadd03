import type { Guide } from '#src/domain/guide.ts'
import type { PersonId } from '#src/domain/id.ts'
import type { OpinionRefusal } from '#src/domain/opinion.ts'
import { sayOpinion } from '#src/operations/say-opinion.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Common } from '../context.ts'
import { type FieldsOf, text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { httpStatus } from '../http-status.ts'
import type { Problem } from '../problem.ts'
import type { ReturnedOpinion } from './ask-solved.tsx'

/** What became of an answer to whether it is solved. */
export type TakenOpinion =
  | { readonly kind: 'done' }
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly returned: ReturnedOpinion; readonly status: number }

/** Says what the form says, as this person: the same from the report's page and from a letter's link. */
export async function takeOpinion(
  { request, means, t }: Pick<Common, 'request' | 'means' | 't'>,
  guide: Guide,
  number: number,
  person: PersonId,
): Promise<TakenOpinion> {
  const read = await readFields(request)
  if (!read.ok) return { kind: 'unreadable', problem: read.problem }
  const { solved, note, closing } = opinionIn(read.value)
  if (solved === null) {
    return { kind: 'refused', returned: { solved, note, words: t('opinion.problem.unclear') }, status: 422 }
  }
  const said = await sayOpinion(means, guide, { number, closing, solved, note }, person)
  if (said.ok) return { kind: 'done' }
  const { problem } = said
  return {
    kind: 'refused',
    returned: { solved, note, words: refusalWords(problem, t) },
    status: httpStatus[problem.kind],
  }
}

/** The only place that knows the field names: `solved` (yes or no), `note`, `closing`. Null when neither was chosen. */
export function opinionIn(fields: FieldsOf): {
  readonly solved: boolean | null
  readonly note: string
  readonly closing: number
} {
  const solved = text(fields, 'solved')
  const closing = text(fields, 'closing')
  return {
    solved: solved === 'yes' ? true : solved === 'no' ? false : null,
    note: text(fields, 'note'),
    closing: /^\d{1,15}$/.test(closing) ? Number(closing) : 0,
  }
}

function refusalWords(problem: OpinionRefusal, t: Say): string {
  return t(`opinion.problem.${problem.kind}`, 'most' in problem ? { most: problem.most } : {})
}
