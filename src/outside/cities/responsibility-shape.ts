import { z } from 'zod'
import { slug } from './leaf-shapes.ts'

const bySlug = z.record(z.string(), slug<'organization'>())

/** `responsibility.yaml`: category → organization, group → organization, and the groups that a moderator assigns. */
export const responsibilityShape = z.strictObject({
  categories: bySlug.default({}),
  groups: bySlug.default({}),
  leftToModerator: z.array(slug<'group'>()).default([]),
})
