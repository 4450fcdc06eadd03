import { z } from 'zod'
import { slug } from './leaf-shapes.ts'

const bySlug = z.record(z.string(), slug<'organization'>())

const rules = { categories: bySlug.default({}), groups: bySlug.default({}) }

/**
 * `responsibility.yaml`: category → organization, group → organization, the same in one area, and the groups that a
 * moderator assigns.
 */
export const responsibilityShape = z.strictObject({
  ...rules,
  areas: z.record(z.string(), z.strictObject(rules)).default({}),
  leftToModerator: z.array(slug<'group'>()).default([]),
})
