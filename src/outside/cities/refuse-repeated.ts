import type { z } from 'zod'

/** A check for lists of things with ids: every repetition is an issue, at the place of the later one. */
export function refuseRepeated<Item extends { readonly id: string }>({
  value,
  issues,
}: z.core.ParsePayload<Item[]>): void {
  const seen = new Set<string>()
  for (const [at, { id }] of value.entries()) {
    if (seen.has(id)) {
      issues.push({ code: 'custom', message: `"${id}" stands above already`, path: [at, 'id'], input: value })
    }
    seen.add(id)
  }
}
