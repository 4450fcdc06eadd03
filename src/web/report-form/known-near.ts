import type { Guide } from '#src/domain/guide.ts'
import { knownAlready } from '#src/domain/known.ts'
import type { Draft } from '#src/domain/submission.ts'
import { type OpenReport, openNear } from '#src/store/known-reports.ts'
import type { Common } from '../context.ts'

/** Open reports that probably are about the same problem as the draft; none while it has no category or no point. */
export async function knownNear(
  { means, now }: Pick<Common, 'means' | 'now'>,
  { city, categories }: Guide,
  { categoryId, description, location }: Pick<Draft, 'categoryId' | 'description' | 'location'>,
): Promise<readonly OpenReport[]> {
  const own = categories.get(categoryId)
  if (!own || !location) return []
  const ofGroup = [...categories.values()].filter(({ group }) => group === own.group)
  const reach = Math.max(...ofGroup.map(({ sameWithin }) => sameWithin))
  const ids = ofGroup.map(({ id }) => id)
  const candidates = await openNear(means.store.of(city.id), location, ids, reach)
  return knownAlready({ categoryId, description }, candidates, categories, now)
}
