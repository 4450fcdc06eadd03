import type { People } from '#src/demo/people.ts'
import type { PlannedAct, Step, Story } from '#src/demo/story.ts'
import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, LinkId, MediaId, PersonId, ReportId } from '#src/domain/id.ts'
import { apply, decide } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import { submit } from '#src/domain/submission.ts'

/** One report of a story as the database wants it, with all that happened to it: what `multiply.sql` makes many of. */
export type Told = {
  readonly story: number
  readonly report: Omit<
    Report,
    'id' | 'cityId' | 'draftKey' | 'number' | 'media' | 'hiddenMedia' | 'unseenMedia' | 'reporter' | 'mergedInto'
  >
  /** The story that this one's report was merged into. */
  readonly into: number | null
  readonly events: readonly ToldEvent[]
}

export type ToldEvent = {
  readonly act: Act['kind'] | null
  readonly body: Act | null
  readonly from: string | null
  readonly to: string
  readonly byKind: string
  /** Null for the report's author, whoever that is in a copy. */
  readonly byPerson: string | null
  readonly byOrganization: string | null
  readonly at: Temporal.Instant
  readonly photos: number
}

const author = 'the author' as PersonId

/** Lets the domain play each story through, so that nothing stands in the database that could not have come about. */
export function toldReports(stories: readonly Story[], guide: Guide, people: People): readonly Told[] {
  return stories.map((story) => told(story, guide, people))
}

function told(story: Story, guide: Guide, people: People): Told {
  const { city } = guide
  const sent = submit(
    { ...story.draft, key: story.draft.key as DraftKey, media: [] },
    {
      id: idOf(story.index),
      city,
      insideCity: true,
      category: guide.categories.get(story.categoryId) ?? null,
      waitingMedia: new Set(),
    },
    { kind: 'resident', id: author },
    story.submittedAt,
  )
  if (!sent.ok) throw new Error(`Story ${story.index} could not be sent: ${JSON.stringify(sent.problem)}`)

  let report: Report = { ...sent.value.report, number: story.index + 1 }
  const events = [eventOf({ kind: 'resident', id: author }, story.submittedAt, story.shots.length)]
  for (const step of story.steps) {
    const act = actOf(step.act)
    if (!act) continue
    const actor = actorOf(step, story, people)
    const moved = decide(report, act, { actor, city, now: step.at })
    if (!moved.ok) throw new Error(`Story ${story.index} could not go on: ${JSON.stringify(moved.problem)}`)
    report = apply(report, moved.value, guide)
    events.push({
      ...eventOf(actor, moved.value.at, 'shots' in step.act ? step.act.shots.length : 0),
      act: act.kind,
      body: act,
      from: moved.value.from,
      to: moved.value.to,
    })
  }
  const merge = story.steps.find(({ act }) => act.kind === 'merge')?.act
  return { story: story.index, report, into: merge?.kind === 'merge' ? merge.into : null, events }
}

/** The act with neither files nor ids: those are made with the copies. Null for one that is about a certain file. */
function actOf(act: PlannedAct): Act | null {
  switch (act.kind) {
    case 'hide_media':
    case 'show_media':
      return null
    case 'merge':
      return { kind: 'merge', into: idOf(act.into) }
    case 'resolve':
    case 'answer':
    case 'reopen':
    case 'revise': {
      const { shots: _, ...rest } = act
      return { ...rest, media: [] as readonly MediaId[] } as Act // safe: the plan leaves out the media alone
    }
    default:
      return act
  }
}

function actorOf({ by, organization }: Step, { index }: Story, { moderators, officers }: People): Actor {
  if (by === 'author') return { kind: 'resident', id: author }
  if (by === 'moderator') return { kind: 'moderator', id: moderators[index % moderators.length] as PersonId } // safe: a city has a moderator
  const officer = officers.get(organization)
  if (officer) return { kind: 'officer', id: officer, organization }
  return { kind: 'correspondent', link: idOf(index) as string as LinkId, organization }
}

function eventOf(by: Actor, at: Temporal.Instant, photos: number): ToldEvent {
  const hand = by.kind === 'correspondent' ? by.link : 'id' in by && by.id !== author ? by.id : null
  const byOrganization = 'organization' in by ? by.organization : null
  return {
    act: null,
    body: null,
    from: null,
    to: 'submitted',
    byKind: by.kind,
    byPerson: hand,
    byOrganization,
    at,
    photos,
  }
}

/** Stands for the report of a story until the copies have ids. */
function idOf(story: number): ReportId {
  return `00000000-0000-4000-8000-${String(story).padStart(12, '0')}` as ReportId
}
