import type { Obstacle } from '#src/operations/move-report.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import type { ActProblem } from './act-from-form.ts'

type Kind = Exclude<Obstacle['kind'], 'others_merged_here'> | ActProblem['kind']

const othersMergedHere = {
  merge: ['into', 'acting.main_not_merged'],
  withdraw: ['', 'acting.main_not_withdrawn'],
} as const satisfies Record<'merge' | 'withdraw', readonly [string, Key]>

/** At which field of an act's form each problem stands, and its sentence. An empty field is the form as a whole. */
const places = {
  no_such_move: ['', 'refusal.no_such_move'],
  not_permitted: ['', 'refusal.not_permitted'],
  reason_needed: ['note', 'refusal.reason_needed'],
  description_short: ['note', 'refusal.description_short'],
  too_many_files: ['files', 'refusal.too_many_files'],
  date_not_ahead: ['until', 'refusal.date_not_ahead'],
  date_too_far: ['until', 'refusal.date_too_far'],
  date_not_later: ['until', 'refusal.date_not_later'],
  not_working_day: ['until', 'refusal.not_working_day'],
  beyond_longest_term: ['until', 'refusal.beyond_longest_term'],
  term_not_extendable: ['', 'refusal.term_not_extendable'],
  place_needed: ['place', 'refusal.place_needed'],
  place_missing: ['address', 'refusal.place_missing'],
  same_organization: ['organization', 'refusal.same_organization'],
  already_confirmed: ['', 'refusal.already_confirmed'],
  reopen_too_late: ['', 'refusal.reopen_too_late'],
  merge_into_itself: ['into', 'refusal.merge_into_itself'],
  no_such_media: ['', 'refusal.no_such_media'],
  no_such_report: ['', 'acting.no_such_report'],
  changed_meanwhile: ['', 'acting.changed_meanwhile'],
  no_such_organization: ['organization', 'acting.no_such_organization'],
  no_such_category: ['category', 'acting.no_such_category'],
  category_closed: ['category', 'objection.category_closed'],
  answer_missing: ['answers', 'acting.answers_missing'],
  outside_city: ['place', 'acting.outside_city'],
  no_such_main: ['into', 'acting.number_malformed'],
  main_waits: ['into', 'acting.main_waits'],
  main_dropped: ['into', 'acting.main_dropped'],
  main_merged: ['into', 'acting.main_merged'],
  too_many_additions: ['', 'acting.too_many_additions'],
  no_such_addition: ['', 'acting.no_such_addition'],
  file_expired: ['files', 'acting.file_expired'],
  form_made_up: ['', 'acting.form_made_up'],
  note_long: ['note', 'acting.note_long'],
  address_long: ['address', 'acting.address_long'],
  answer_long: ['answers', 'form.problem.answer_long'],
  reason_not_chosen: ['reason', 'acting.reason_not_chosen'],
  date_malformed: ['until', 'acting.date_malformed'],
  organization_missing: ['organization', 'acting.organization_missing'],
  point_malformed: ['place', 'acting.point_malformed'],
  number_missing: ['into', 'desk.no_number'],
  number_malformed: ['into', 'acting.number_malformed'],
  file_missing: ['', 'acting.file_missing'],
  addition_missing: ['', 'acting.no_such_addition'],
} as const satisfies Record<Kind, readonly [string, Key]>

/** What is said instead where a field was filled in: there is something to send once more, or the mistake is in it. */
const typedPlaces = {
  changed_meanwhile: { where: 'note', place: ['', 'acting.changed_meanwhile_written'] },
  point_malformed: { where: 'point', place: ['point', 'acting.coordinates_malformed'] },
} as const satisfies Partial<Record<Kind, { readonly where: string; readonly place: readonly [string, Key] }>>

/** What to tell a person whose act was not done, and at which field of its form. */
export function actProblemWords(problem: Obstacle | ActProblem, typed: FieldsOf, t: Say): FormProblem {
  const [field, key] = placeOf(problem, typed)
  const holes = 'most' in problem ? { most: problem.most } : 'least' in problem ? { least: problem.least } : {}
  return { field, words: t(key, holes) }
}

function placeOf(problem: Obstacle | ActProblem, typed: FieldsOf): readonly [string, Key] {
  if (problem.kind === 'others_merged_here') return othersMergedHere[problem.act]
  const asTyped = problem.kind in typedPlaces ? typedPlaces[problem.kind as keyof typeof typedPlaces] : null
  return asTyped && text(typed, asTyped.where) ? asTyped.place : places[problem.kind]
}
