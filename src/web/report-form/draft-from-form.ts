import type { CategoryId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { namesShown } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { Draft } from '#src/domain/submission.ts'
import { draftKey, type FieldsOf, mediaIds, pointOf, text } from '../form/fields.ts'

/** A field that can't be what the domain speaks of; what the person typed stays in the form. */
export type Malformed =
  | { readonly kind: 'form_made_up' }
  | { readonly kind: 'category_missing' }
  | { readonly kind: 'point_malformed' }
  | { readonly kind: 'address_long'; readonly most: number }
  | { readonly kind: 'description_long'; readonly most: number }

/** Characters, as the database holds them. */
export const longest = { address: 300, description: 5000, answer: 500 }

/** The name of the field that answers a category's question. */
export const answerField = (question: string): string => `answer.${question}`

/** The only place that knows the names of the form's fields: `key`, `category`, `lng`, `lat`, `address`, `description`, `media`, `name_shown`, `answer.*`. */
export function draftFromForm(fields: FieldsOf, locale: Locale): Result<Draft, readonly Malformed[]> {
  const key = draftKey(fields)
  if (!key) return refuse([{ kind: 'form_made_up' }])

  const malformed: Malformed[] = []
  const categoryId = text(fields, 'category')
  const location = pointOf(fields)
  const address = text(fields, 'address').replace(/\s+/g, ' ')
  const description = text(fields, 'description')
  if (!categoryId) malformed.push({ kind: 'category_missing' })
  if (location === undefined) malformed.push({ kind: 'point_malformed' })
  if (address.length > longest.address) malformed.push({ kind: 'address_long', most: longest.address })
  if (description.length > longest.description) malformed.push({ kind: 'description_long', most: longest.description })
  if (malformed.length > 0 || location === undefined) return refuse(malformed)

  return ok({
    key,
    categoryId: categoryId as CategoryId,
    location,
    address,
    description,
    media: mediaIds(fields),
    answers: answersIn(fields),
    nameShown: namesShown.find((shown) => shown === text(fields, 'name_shown')) ?? 'hidden',
    locale,
  })
}

function answersIn(fields: FieldsOf): Record<string, string> {
  const prefix = answerField('')
  const answers = Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), text(fields, name).slice(0, longest.answer)] as const)
  return Object.fromEntries(answers)
}
