import type { ActKind } from '#src/domain/act.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'

const blankWords = {
  reason: 'acting.reason_not_chosen',
  organization: 'acting.organization_missing',
  until: 'acting.date_malformed',
  note: 'refusal.reason_needed',
} as const satisfies Record<string, Key>

/** What an act can't do without, where that is more than one field, in the order of its form. */
const needed: Partial<Record<ActKind, readonly (keyof typeof blankWords)[]>> = {
  reject: ['reason', 'note'],
  decline: ['reason', 'note'],
  assign: ['organization', 'note'],
  postpone: ['reason', 'until', 'note'],
  extend: ['reason', 'until', 'note'],
}

/** All that a person has to mend: an act is refused for the first field that was left empty, and the others would follow one by one. */
export function withBlanks(problem: FormProblem, act: ActKind, typed: FieldsOf, t: Say): readonly FormProblem[] {
  const blanks = (needed[act] ?? []).filter((field) => !text(typed, field).trim())
  if (!blanks.some((field) => field === problem.field)) return [problem]
  return blanks.map((field) => ({ field, words: t(blankWords[field]) }))
}
