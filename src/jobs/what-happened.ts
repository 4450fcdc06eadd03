import type { OrganizationId } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import { eventsOf, findEvent, type Recorded } from '#src/store/events.ts'
import { findById } from '#src/store/reports.ts'
import type { Tx } from '#src/store/store.ts'

export type Happened = {
  readonly event: Recorded
  /** What came before it, in order. */
  readonly earlier: readonly Recorded[]
  /** As it stands now: jobs may run when more has happened already. */
  readonly report: Report
  /** Who answered for the report right before the event, and right after it. */
  readonly before: OrganizationId | null
  readonly organization: OrganizationId | null
}

/** An event with what is around it. Throws when there is none: an event and its job are written together. */
export async function whatHappened(tx: Tx, seq: number): Promise<Happened> {
  const event = await findEvent(tx, seq)
  const report = event && (await findById(tx, event.reportId))
  if (!event || !report) throw new Error(`No event ${seq} in ${tx.city}`)

  const until = (await eventsOf(tx, report.id)).filter((one) => one.seq <= seq)
  const earlier = until.slice(0, -1)
  return { event, earlier, report, before: organizationAfter(earlier), organization: organizationAfter(until) }
}

/** Not the report's own now: an organization that a report was given to and taken from at once is told too, and the next not twice. */
function organizationAfter(events: readonly Recorded[]): OrganizationId | null {
  return events.reduce<OrganizationId | null>(
    (organization, event) =>
      event.kind === 'moved' && 'organization' in event.act ? event.act.organization : organization,
    null,
  )
}
