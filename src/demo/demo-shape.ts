import { z } from 'zod'
import { declineReasons, delayReasons, extensionReasons, rejectReasons } from '#src/domain/act.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { locales } from '#src/domain/locale.ts'
import { email, position, slug, words } from '#src/outside/cities/leaf-shapes.ts'

/** What is not said of one category but of the whole city: who lives there, on which streets, how people write. */
export const peopleAndPlaces = z.strictObject({
  /** Each writes, and is written to, in one language. */
  residents: z
    .array(z.strictObject({ firstName: words, lastName: words, email, locale: z.enum(locales).default('uk') }))
    .min(2),
  /** Spots along a street, in its order. House numbers up to `houses`; none on a square without them. */
  streets: z
    .array(z.strictObject({ name: words, houses: z.number().int().min(0), along: z.array(position).min(1) }))
    .min(1),
  /** Added to an address: `біля зупинки`, `у дворі`. */
  nearby: z.array(words).min(1),
  /** Said at the end of a description. */
  endings: z.array(words).min(1),
  starts: z.array(words).min(1),
  /** Written by staff for staff. */
  notes: z.array(words).min(1),
  reopens: z.array(words).min(1),
  asks: z.array(z.strictObject({ question: words, answer: words })).min(1),
  delays: z.array(z.strictObject({ reason: z.enum(delayReasons), note: words })).min(1),
  extensions: z.array(z.strictObject({ reason: z.enum(extensionReasons), note: words })).min(1),
  refusals: z.array(z.strictObject({ reason: z.enum(declineReasons), note: words })).min(1),
  /** What residents send that no organization can act on; `better` is how the author writes it anew. */
  unfit: z
    .array(
      z.strictObject({
        category: slug<'category'>(),
        text: words,
        answers: z.record(z.string(), words).optional(),
        reason: z.enum(rejectReasons),
        note: words,
        better: words.optional(),
      }),
    )
    .min(1),
})

const saying = z.strictObject({
  text: words,
  answers: z.record(z.string(), words).optional(),
  locale: z.enum(locales).default('uk'),
  /** To whom a moderator gives it where the city has no rule. */
  organization: slug<'organization'>().optional(),
})

/** What residents and organizations write of one category. */
export const categoryTexts = z.strictObject({
  /** How often it is reported, against the others. */
  weight: z.number().positive(),
  /** Months (1–12) it happens in; the whole year without. */
  months: z.array(z.number().int().min(1).max(12)).min(1).optional(),
  /** The pictures that go with it; none where nobody takes any. */
  scenes: z.array(words),
  says: z.array(saying).min(4),
  fixes: z.array(words).min(3),
  starts: z.array(words).min(1).optional(),
  asks: z.array(z.strictObject({ question: words, answer: words })).default([]),
  delays: z.array(z.strictObject({ reason: z.enum(delayReasons), note: words })).default([]),
  refusals: z.array(z.strictObject({ reason: z.enum(declineReasons), note: words })).default([]),
  /** To whom it is sometimes passed on, and what is told them. */
  passes: z
    .array(z.strictObject({ to: slug<'organization'>().transform((id): OrganizationId => id), note: words }))
    .default([]),
})

export const categoriesTexts = z.record(slug<'category'>(), categoryTexts)

export type PeopleAndPlaces = z.output<typeof peopleAndPlaces>
export type CategoryTexts = z.output<typeof categoryTexts>
export type Saying = CategoryTexts['says'][number]
