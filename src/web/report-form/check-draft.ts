import type { Guide } from '#src/domain/guide.ts'
import type { Draft } from '#src/domain/submission.ts'
import { objectionsTo } from '#src/operations/submit-report.ts'
import type { Common } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import type { Malformed } from './draft-from-form.ts'
import { onePerField, wordsOfMalformed, wordsOfNumbers, wordsOfObjections } from './form-problems.ts'

/** Everything wrong with a draft at once, at its fields and in the order of the form; nothing when it could be sent. */
export async function checkDraft(
  { means, t }: Pick<Common, 'means' | 't'>,
  guide: Guide,
  draft: Draft,
  malformed: readonly Malformed[],
): Promise<readonly FormProblem[]> {
  const objections = await objectionsTo(means, guide, draft)
  const problems = onePerField([
    ...wordsOfMalformed(t, guide, draft, malformed),
    ...wordsOfNumbers(t, guide, draft),
    ...wordsOfObjections(t, guide, draft, objections),
  ])
  return problems.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const order = ['category', 'answer', 'address', 'description', 'appeal']

function placeOf({ field }: FormProblem): number {
  if (field.startsWith('appeal')) return order.indexOf('appeal')
  return order.indexOf(field.startsWith('answer.') ? 'answer' : field)
}
