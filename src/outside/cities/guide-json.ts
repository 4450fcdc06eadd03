import { z } from 'zod'
import { type Area, widestFirst } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import { cityShape } from './city-shape.ts'
import { bothLanguages, position, slug, term } from './leaf-shapes.ts'
import { organization } from './organizations-shape.ts'

const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    options: z.array(z.object({ id: z.string(), label: bothLanguages })),
  }),
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('number') }),
])

const question = z.object({
  id: z.string(),
  label: bothLanguages,
  answer,
  required: z.boolean(),
  onlyIf: z.object({ question: z.string(), is: z.string() }).exactOptional(),
})

const category = z.object({
  id: slug<'category'>(),
  group: slug<'group'>(),
  name: bothLanguages,
  open: z.boolean(),
  answerWithin: term.exactOptional(),
  questions: z.array(question),
  sameWithin: z.number(),
})

const also = { organization: organization.shape.id, area: slug<'area'>().exactOptional() }
const rule = z.union([
  z.object({ category: slug<'category'>(), ...also }),
  z.object({ group: slug<'group'>(), ...also }),
])

const guideShape = z.object({
  city: cityShape.extend({ id: slug<'city'>() }),
  groups: z.array(z.object({ id: slug<'group'>(), name: bothLanguages })),
  categories: z.array(category),
  organizations: z.array(organization),
  rules: z.array(rule),
  outline: z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(position))),
  }),
})

/** What the store keeps of a city's areas, and whose data they are. */
export type StoredAreas = { readonly areas: readonly Area[]; readonly areaSources: readonly PlaceSource[] }

/** The document that the store keeps of a city; with its areas, `guideFromJson` gives the same guide back. */
export function guideToJson({ areas: _, areaSources: __, ...guide }: Guide) {
  const { policy, calendar } = guide.city
  return {
    ...guide,
    city: {
      ...guide.city,
      policy: {
        ...policy,
        answerWithin: policy.answerWithin.toString(),
        remindAt: policy.remindAt.toString(),
        quietHours: { from: policy.quietHours.from.toString(), until: policy.quietHours.until.toString() },
        reopenWithin: policy.reopenWithin.toString(),
        appeals: { ...policy.appeals, keptFor: policy.appeals.keptFor.toString() },
      },
      calendar: {
        holidays: { ...calendar.holidays, fixed: calendar.holidays.fixed.map(String) },
        holidaysWorked: calendar.holidaysWorked.map(({ from, until }) => ({
          from: from.toString(),
          until: until?.toString() ?? null,
        })),
        daysOff: calendar.daysOff.map(String),
        workedWeekends: calendar.workedWeekends.map(String),
      },
    },
    categories: [...guide.categories.values()].map(({ answerWithin, ...category }) => ({
      ...category,
      ...(answerWithin && { answerWithin: answerWithin.toString() }),
    })),
    organizations: [...guide.organizations.values()],
  }
}

/** The guide of a stored document; null when it is none: only a program of another version wrote such a one. */
export function guideFromJson(json: unknown, { areas, areaSources }: StoredAreas): Guide | null {
  const parsed = guideShape.safeParse(json)
  if (!parsed.success) return null
  const { categories, organizations, ...guide } = parsed.data
  return {
    ...guide,
    categories: new Map(categories.map((one) => [one.id, one])),
    organizations: new Map(organizations.map((one) => [one.id, one])),
    areas: new Map(widestFirst(areas).map((one) => [one.id, one])),
    areaSources,
  }
}
