import type { Actor } from './actor.ts'
import { type Appeal, type AppealPart, missingParts } from './appeal.ts'
import type { Category } from './category.ts'
import type { City } from './city.ts'
import type { CategoryId, DraftKey, MediaId, ReportId } from './id.ts'
import type { Locale } from './locale.ts'
import { type Answers, answersToKeep, unanswered } from './questions.ts'
import type { NameShown, Point, Report } from './report.ts'
import { ok, type Result, refuse } from './result.ts'
import { characters, isVisible } from './words.ts'

/** What a resident sent, already well-formed. */
export type Draft = {
  readonly key: DraftKey
  readonly categoryId: CategoryId
  /** Null when the place is only described in `address`. */
  readonly location: Point | null
  readonly address: string
  readonly description: string
  readonly media: readonly MediaId[]
  readonly answers: Answers
  readonly nameShown: NameShown
  /** Null for a report that is no formal appeal. */
  readonly appeal: Appeal | null
  readonly locale: Locale
  /** When the device kept it, where it says so. */
  readonly writtenAt?: Temporal.Instant
}

/** Less is how long sending takes; more is a clock that is wrong. */
const believed = { least: { minutes: 10 }, most: { hours: 31 * 24 } } as const

/** When a draft was written, where that tells more than when it came. A device's clock is believed within a month. */
export function writtenBefore({ writtenAt }: Pick<Draft, 'writtenAt'>, at: Temporal.Instant): Temporal.Instant | null {
  if (!writtenAt) return null
  const isIn = (from: Temporal.Instant, to: Temporal.Instant) => Temporal.Instant.compare(from, to) <= 0
  const isBelieved = isIn(at.subtract(believed.most), writtenAt) && isIn(writtenAt, at.subtract(believed.least))
  return isBelieved ? writtenAt : null
}

export type Submitted = {
  readonly kind: 'submitted'
  readonly reportId: ReportId
  readonly by: Actor
  readonly at: Temporal.Instant
}

export type Objection =
  | { readonly kind: 'sign_in_needed' }
  | { readonly kind: 'place_missing' }
  | { readonly kind: 'outside_city' }
  | { readonly kind: 'category_closed' }
  | { readonly kind: 'description_short'; readonly least: number }
  | { readonly kind: 'too_many_files'; readonly most: number }
  | { readonly kind: 'file_expired'; readonly file: MediaId }
  | { readonly kind: 'answer_missing'; readonly question: string }
  | { readonly kind: 'appeal_missing'; readonly part: AppealPart }
  /** The city stopped to take them since the form was opened. */
  | { readonly kind: 'appeals_not_taken' }

/** What only the store can know. Gathered first, so that the rule itself never waits. */
export type Facts = {
  readonly id: ReportId
  readonly city: City
  /** True also when no point was given: then there is nothing to be outside with. */
  readonly insideCity: boolean
  readonly category: Category | null
  /** Files of this draft that no report has claimed yet. */
  readonly waitingMedia: ReadonlySet<MediaId>
}

/** Fewer characters than this say nothing that a crew could act on. */
export const leastDescription = 10

/** A report that has no number yet: the store gives it one as it is saved, so that numbers have no gaps. */
export type Unnumbered = Omit<Report, 'number'>

/** Every objection at once, so that nobody fixes a form one error at a time. */
export function submit(
  draft: Draft,
  facts: Facts,
  by: Actor,
  at: Temporal.Instant,
): Result<{ readonly report: Unnumbered; readonly event: Submitted }, readonly Objection[]> {
  const objections = objectionsTo(draft, facts)
  if (by.kind !== 'resident') return refuse([{ kind: 'sign_in_needed' }, ...objections])
  if (objections.length > 0) return refuse(objections)

  const { id, city, category } = facts
  const report: Unnumbered = {
    id,
    cityId: city.id,
    draftKey: draft.key,
    categoryId: draft.categoryId,
    location: draft.location,
    address: draft.address.trim(),
    description: draft.description.trim(),
    answers: answersToKeep(category?.questions ?? [], draft.answers),
    media: [...new Set(draft.media)],
    hiddenMedia: [],
    unseenMedia: [],
    reporter: by.id,
    nameShown: draft.nameShown,
    locale: draft.locale,
    organization: null,
    status: 'submitted',
    statusSince: at,
    acceptedAt: null,
    termEnds: null,
    answerDue: null,
    dueSince: null,
    confirmed: false,
    mergedInto: null,
    submittedAt: at,
  }
  return ok({ report, event: { kind: 'submitted', reportId: id, by, at } })
}

function objectionsTo(draft: Draft, { city, insideCity, category, waitingMedia }: Facts): Objection[] {
  const { location, address, description, media, answers, appeal } = draft
  const objections: Objection[] = []
  const most = city.policy.mostMedia

  if (!location && !isVisible(address)) objections.push({ kind: 'place_missing' })
  if (location && !insideCity) objections.push({ kind: 'outside_city' })
  if (!category?.open) objections.push({ kind: 'category_closed' })
  if (characters(description.trim()) < leastDescription || !isVisible(description))
    objections.push({ kind: 'description_short', least: leastDescription })
  if (new Set(media).size > most) objections.push({ kind: 'too_many_files', most })
  for (const file of new Set(media)) {
    if (!waitingMedia.has(file)) objections.push({ kind: 'file_expired', file })
  }
  for (const { id } of unanswered(category?.questions ?? [], answers))
    objections.push({ kind: 'answer_missing', question: id })
  if (appeal && !city.policy.appeals.taken) objections.push({ kind: 'appeals_not_taken' })
  for (const part of appeal ? missingParts(appeal) : []) objections.push({ kind: 'appeal_missing', part })
  return objections
}
