import { type Appeal, type AppealPart, appealParts, tidied } from '#src/domain/appeal.ts'
import type { CategoryId, DraftKey, MediaId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { namesShown } from '#src/domain/report.ts'
import type { Draft } from '#src/domain/submission.ts'
import { characters, longest } from '#src/domain/words.ts'
import { type FieldsOf, mediaMeant, pointOf, text } from '../form/fields.ts'
import { appealField, longestPart } from './appeal-parts.ts'

/** A field that can't be what the domain speaks of; what the person typed stays in the form. */
export type Malformed =
  | { readonly kind: 'category_missing' }
  | { readonly kind: 'point_malformed' }
  | { readonly kind: 'address_long'; readonly most: number }
  | { readonly kind: 'description_long'; readonly most: number }
  | { readonly kind: 'answer_long'; readonly question: string; readonly most: number }
  | { readonly kind: 'appeal_long'; readonly part: AppealPart; readonly most: number }

/** The name of the field that answers a category's question. Of the category too: each keeps its answers while another is tried. */
export const answerField = (category: string, question: string): string => `answer.${category}.${question}`

/** True for the name of a field that answers some category's question. */
export const isAnswer = (name: string): boolean => name.startsWith('answer.')

/**
 * The draft as far as the form can be read as one, and what of it can't: with `malformed` it is fit only for asking
 * what else is wrong. The only place that knows the names of the form's fields: `key`, `category`, `lng`, `lat`,
 * `address`, `description`, `media`, `listed`, `name_shown`, `appeal`, `appeal_*`, `answer.*`; `seen` are the numbers of what may be known already, `joins` one of them; `find` and `at` look for a place and take one; `written_at` is when a device kept it.
 */
export function draftFromForm(
  fields: FieldsOf,
  key: DraftKey,
  waiting: readonly MediaId[],
  locale: Locale,
): { readonly draft: Draft; readonly malformed: readonly Malformed[] } {
  const malformed: Malformed[] = []
  const categoryId = text(fields, 'category')
  const location = pointOf(fields)
  const address = text(fields, 'address').replace(/\s+/g, ' ')
  const description = text(fields, 'description')
  if (!categoryId) malformed.push({ kind: 'category_missing' })
  if (location === undefined) malformed.push({ kind: 'point_malformed' })
  if (characters(address) > longest.address) malformed.push({ kind: 'address_long', most: longest.address })
  if (characters(description) > longest.description)
    malformed.push({ kind: 'description_long', most: longest.description })

  const answers = answersIn(fields, categoryId)
  for (const [question, answer] of Object.entries(answers)) {
    if (characters(answer) > longest.answer) malformed.push({ kind: 'answer_long', question, most: longest.answer })
  }

  const appeal = appealIn(fields)
  for (const part of appeal ? appealParts : []) {
    const most = longestPart(part)
    if (appeal && characters(appeal[part]) > most) malformed.push({ kind: 'appeal_long', part, most })
  }

  const draft = {
    key,
    categoryId: categoryId as CategoryId,
    location: location ?? null,
    address,
    description,
    media: mediaMeant(fields, waiting),
    answers,
    nameShown: namesShown.find((shown) => shown === text(fields, 'name_shown')) ?? 'hidden',
    appeal,
    locale,
    ...momentIn(text(fields, 'written_at')),
  }
  return { draft, malformed }
}

/** As a device's outbox writes it; whatever else stands there was said by nobody of ours. */
function momentIn(written: string): Pick<Draft, 'writtenAt'> {
  const milliseconds = /^\d{4}(?:-\d\d){2}T(?:\d\d:){2}\d\d\.\d{3}Z$/.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(milliseconds) ? {} : { writtenAt: Temporal.Instant.fromEpochMilliseconds(milliseconds) }
}

/** Only when it is chosen: what was typed before the choice was taken back is nobody's. */
function appealIn(fields: FieldsOf): Appeal | null {
  if (text(fields, 'appeal') !== 'yes') return null
  const parts = appealParts.map((part) => [part, text(fields, appealField(part))] as const)
  return tidied(Object.fromEntries(parts) as Appeal) // safe: an entry a part
}

/** What the form answers to the questions of this category, by their ids. */
export function answersIn(fields: FieldsOf, category: string): Record<string, string> {
  const prefix = answerField(category, '')
  const answers = Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), text(fields, name)] as const)
  return Object.fromEntries(answers)
}
