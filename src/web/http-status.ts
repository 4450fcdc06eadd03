import type { Refusal } from '#src/domain/lifecycle.ts'
import type { OpinionRefusal } from '#src/domain/opinion.ts'
import type { Objection } from '#src/domain/submission.ts'
import type { Obstacle } from '#src/operations/move-report.ts'
import type { ProblemKind } from './problem.ts'
import type { FileProblem } from './uploads/file-problem-words.ts'

/** The one place that turns a problem's kind into an HTTP status. */
export const httpStatus = {
  not_found: 404,
  not_permitted: 403,
  too_many: 429,
  wrong_method: 405,
  too_large: 413,
  not_a_form: 400,
  unknown_filter: 400,
  foreign: 403,
  another_person: 403,
  paused: 503,
  fault: 500,

  sign_in_needed: 401,
  place_missing: 422,
  outside_city: 422,
  category_closed: 422,
  description_short: 422,
  too_many_files: 422,
  file_expired: 422,
  answer_missing: 422,
  appeal_missing: 422,
  appeals_not_taken: 422,

  no_such_move: 409,
  reason_needed: 422,
  date_not_ahead: 422,
  date_too_far: 422,
  date_not_later: 422,
  not_working_day: 422,
  beyond_longest_term: 422,
  term_not_extendable: 409,
  place_needed: 422,
  same_organization: 422,
  already_confirmed: 409,
  reopen_too_late: 409,
  merge_into_itself: 422,
  no_such_media: 422,

  no_such_report: 404,
  changed_meanwhile: 409,
  no_such_organization: 422,
  no_such_category: 422,
  others_merged_here: 409,
  no_such_main: 422,
  main_waits: 422,
  main_dropped: 422,
  main_merged: 422,

  too_many_additions: 429,
  no_such_addition: 409,

  not_asked: 403,
  not_this_closing: 409,
  nothing_to_say: 409,
  opinion_long: 422,

  file_empty: 422,
  not_a_photo_or_video: 422,
  file_too_large: 413,
  too_many_pixels: 422,
  video_too_long: 422,
  file_damaged: 422,
  media_busy: 503,
  too_often: 429,
  no_room: 507,
} as const satisfies Record<
  ProblemKind | Objection['kind'] | Refusal['kind'] | Obstacle['kind'] | OpinionRefusal['kind'] | FileProblem['kind'],
  number
>
