import type { CityId } from '#src/domain/id.ts'
import { presses, waitingStatuses } from '#src/domain/waiting.ts'
import { reportsWaiting } from '#src/store/additions.ts'
import { counts } from '#src/store/desk.ts'
import { reportsOf } from '#src/store/my-reports.ts'
import { overdueIn } from '#src/store/overdue.ts'
import type { Common, Handler } from '../context.ts'
import { sizeOf } from '../desk/folders.ts'
import type { Membership, Viewer } from '../viewer.ts'

/**
 * How many things wait for whoever asks: questions to answer, reports to revise, closings to confirm, and at a desk what
 * nobody has looked at yet. None for a visitor, so that a device forgets the number of who has left.
 */
export const waiting: Handler<'waiting'> = async (context) => {
  const viewer = await context.viewer()
  const count = viewer.kind === 'visitor' ? 0 : await countFor(context, viewer)
  return context.json({ count }, { headers: [['cache-control', 'no-store']] })
}

type Person = Extract<Viewer, { kind: 'person' }>
type Known = Pick<Common, 'means' | 'guides' | 'now'>

async function countFor({ means, guides, now }: Known, { id, memberships }: Person): Promise<number> {
  const [own, ...atDesks] = await Promise.all([
    reportsOf(means.store.whole, id, waitingStatuses),
    ...desksOf(memberships).map((desk) => newAt({ means, guides, now }, desk)),
  ])
  const pressing = own.filter(({ report }) => {
    const guide = guides.get(report.cityId)
    return guide && presses(id, report, { city: guide.city, now })
  })
  return atDesks.reduce((sum, one) => sum + one, pressing.length)
}

type Desk = { readonly city: CityId; readonly organization: Membership['organization'] }

/** Whoever moderates a city, in whatever role, has one queue there. */
function desksOf(memberships: readonly Membership[]): readonly Desk[] {
  const desks = memberships.map(({ city, role, organization }): Desk => {
    return { city, organization: role === 'officer' ? organization : null }
  })
  return [...new Map(desks.map((desk) => [`${desk.city} ${desk.organization}`, desk])).values()]
}

async function newAt({ means, guides, now }: Known, { city, organization }: Desk): Promise<number> {
  const guide = guides.get(city)
  if (!guide) return 0
  const tx = means.store.of(city)
  const [sizes, additions] = await Promise.all([
    counts(tx, organization, overdueIn(guide.city, now)),
    organization === null ? reportsWaiting(tx) : 0,
  ])
  const folders = organization === null ? (['moderation', 'additions'] as const) : (['new'] as const)
  return folders.reduce((sum, name) => sum + (sizeOf(name, { ...sizes, additions }) ?? 0), 0)
}
