import type { CityId } from '#src/domain/id.ts'
import { ofPerson } from '#src/store/devices.ts'
import { choiceOf } from '#src/store/push-choices.ts'
import type { Common } from '../context.ts'
import type { Viewer } from '../viewer.ts'
import type { PushOnMe } from './push-section.tsx'

/** What a person's own page says of their devices. The hours are those of the city they work for, or of the first one. */
export async function pushOnMe({ means, guides, now, url, door }: Common, viewer: Viewer): Promise<PushOnMe | null> {
  if (viewer.kind === 'visitor') return null
  const { whole } = means.store
  const [devices, choice] = await Promise.all([ofPerson(whole, viewer.id), choiceOf(whole, viewer.id)])
  const [first] = guides.values()
  const city = (guides.get(viewer.memberships[0]?.city as CityId) ?? first)?.city
  if (!city) return null
  const told = url.searchParams.get('push')
  return {
    ...{ door, devices, choice },
    here: devices.find(({ session }) => session === viewer.session) ?? null,
    isStaff: viewer.memberships.length > 0,
    quietHours: city.policy.quietHours,
    clock: { timeZone: city.timeZone, now },
    done: told === 'saved' || told === 'removed' ? told : null,
  }
}
