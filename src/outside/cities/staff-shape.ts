import { z } from 'zod'
import type { OrganizationId } from '#src/domain/id.ts'
import { email, slug, words } from './leaf-shapes.ts'

/** A person whom the city lets act for it, before they have signed in for the first time. */
export type StaffMember = {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
} & (
  | { readonly role: 'moderator' | 'administrator'; readonly organization: null }
  | { readonly role: 'officer'; readonly organization: OrganizationId }
)

const person = { email: email.toLowerCase(), firstName: words, lastName: words }

const member = z.discriminatedUnion(
  'role',
  [
    z
      .strictObject({ ...person, role: z.enum(['moderator', 'administrator']) })
      .transform((one): StaffMember => ({ ...one, organization: null })),
    z.strictObject({ ...person, role: z.literal('officer'), organization: slug<'organization'>() }),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? 'expected moderator, officer or administrator' : undefined) },
)

/** `staff.yaml`: one entry a membership, so that a person with two roles stands twice. */
export const staffShape = z.array(member).check(({ value, issues }) => {
  const seen = new Set<string>()
  for (const [at, { email, role, organization }] of value.entries()) {
    const membership = JSON.stringify([email, role, organization])
    const message = `"${email}" stands above already in this role`
    if (seen.has(membership)) issues.push({ code: 'custom', message, path: [at, 'email'], input: value })
    seen.add(membership)
  }
})
