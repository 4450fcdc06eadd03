import { z } from 'zod'
import { bothLanguages, slug, term } from './leaf-shapes.ts'
import { questionsShape } from './question-shape.ts'
import { refuseRepeated } from './refuse-repeated.ts'

/** Two marks of one hole rarely lie farther apart. */
const sameWithinByDefault = 50

const category = z.strictObject({
  id: slug<'category'>(),
  name: bothLanguages,
  open: z.boolean().default(true),
  answerWithin: term.exactOptional(),
  questions: questionsShape.default([]),
  sameWithin: z.number().int().min(1).max(1000).default(sameWithinByDefault),
})

const group = z.strictObject({ id: slug<'group'>(), name: bothLanguages, categories: z.array(category).min(1) })

/** `categories.yaml`: groups of categories with their questions, in the order a resident sees them. */
export const categoriesShape = z
  .array(group)
  .min(1)
  .check(refuseRepeated)
  .check(({ value, issues }) => {
    const seen = new Set<string>()
    for (const [atGroup, { categories }] of value.entries()) {
      for (const [at, { id }] of categories.entries()) {
        const path = [atGroup, 'categories', at, 'id']
        if (seen.has(id)) issues.push({ code: 'custom', message: `"${id}" stands above already`, path, input: value })
        seen.add(id)
      }
    }
  })
