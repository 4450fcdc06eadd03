import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { City } from '#src/domain/city.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { actsOpenTo } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import type { Viewer } from '../viewer.ts'

/** Everything a person may act as at a city's desk, moderation first. Empty for those who do not work there. */
export function staffActors(viewer: Viewer, city: City): readonly Actor[] {
  if (viewer.kind === 'visitor') return []
  const { id, memberships } = viewer
  const actors = memberships
    .filter((membership) => membership.city === city.id)
    .map(
      ({ role, organization }): Actor =>
        role === 'officer' && organization
          ? { kind: 'officer', id, organization }
          : { kind: role === 'administrator' ? role : 'moderator', id },
    )
  return actors.toSorted((one, other) => Number(one.kind === 'officer') - Number(other.kind === 'officer'))
}

/** True when one of them looks at all of a city's reports. */
export function moderates(actors: readonly Actor[]): boolean {
  return actors.some(({ kind }) => kind === 'moderator' || kind === 'administrator')
}

/** The organizations that a person works for. */
export function organizationsOf(actors: readonly Actor[]): readonly OrganizationId[] {
  return actors.flatMap((actor) => (actor.kind === 'officer' ? [actor.organization] : []))
}

/** Each act that is open to somebody, with as whom it is done: the first who may. */
export function actsOfAll(
  actors: readonly Actor[],
  report: Report,
  city: City,
  now: Temporal.Instant,
): ReadonlyMap<ActKind, Actor> {
  const open = new Map<ActKind, Actor>()
  for (const actor of actors) {
    for (const act of actsOpenTo(actor, report, { city, now })) {
      if (!open.has(act)) open.set(act, actor)
    }
  }
  return open
}
