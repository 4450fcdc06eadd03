import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, MediaId, PersonId } from '#src/domain/id.ts'
import type { Report, Status } from '#src/domain/report.ts'
import { addMedia } from '#src/operations/add-media.ts'
import type { Means } from '#src/operations/means.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import { isDone } from '#src/store/events.ts'
import { waitingFor } from '#src/store/media.ts'
import * as reports from '#src/store/reports.ts'
import { drawPhoto, type Shot } from './draw-photo.ts'
import { fixedId } from './fixed-id.ts'
import { inviteEveryone, type People } from './people.ts'
import { firstAge, planStories } from './plan-stories.ts'
import type { Demo } from './read-demo.ts'
import type { PlannedAct, Step, Story } from './story.ts'

export type Filled = { readonly added: number; readonly statuses: ReadonlyMap<Status, number> }

/** What happens at one moment to one report: it is sent, or it is moved. */
type Moment = {
  readonly at: Temporal.Instant
  readonly story: Story
  readonly step: number
  readonly key: DraftKey
  readonly shots: readonly Shot[]
}

/** So many files are drawn and stored before their moment comes. */
const ahead = 6

/**
 * Fills a city with `count` reports over the year before now, each through the same doors as everyone's. Filled
 * before, it adds what is missing and nothing else: the first report says when the year ended.
 */
export async function fillCity(
  means: Means,
  { guide, staff, areas }: CitySource,
  demo: Demo,
  { count, progress }: { readonly count: number; readonly progress: (done: number, of: number) => void },
): Promise<Filled> {
  const people = await inviteEveryone(means.store.whole, guide.city.id, staff, demo)
  const stories = planStories({ guide, areas, demo, count, anchor: await anchorOf(means, guide) })
  const moments = inOrder(stories, guide)
  const folder = await mkdtemp(join(tmpdir(), 'open-city-demo-'))
  try {
    const told: Told = { means: { ...means, store: quiet(means.store) }, guide, stories, people, folder }
    const files = new Map<Moment, Promise<readonly MediaId[] | null>>()
    const statuses = new Map<number, Status>()
    let added = 0
    for (const [at, moment] of moments.entries()) {
      for (const next of moments.slice(at, at + ahead)) if (!files.has(next)) files.set(next, store(told, next))
      const media = await files.get(moment)
      files.delete(moment)
      if (media && moment.step < 0) added++
      statuses.set(moment.story.index, media ? await happen(told, moment, media) : await standing(told, moment))
      progress(at + 1, moments.length)
    }
    return { added, statuses: counted([...statuses.values()]) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Told = {
  readonly means: Means
  readonly guide: Guide
  readonly stories: readonly Story[]
  readonly people: People
  readonly folder: string
}

/** What is past needs no letters: nobody is told of it. */
function quiet(store: Means['store']): Means['store'] {
  return { ...store, queue: { ...store.queue, send: async () => {} } }
}

async function anchorOf({ store, now }: Means, { city }: Guide): Promise<Temporal.Instant> {
  const first = await reports.findByDraft(store.of(city.id), fixedId<'draft'>(`${city.id} report 0`))
  return first ? first.submittedAt.add(firstAge) : now().round('second')
}

function inOrder(stories: readonly Story[], { city }: Guide): readonly Moment[] {
  return stories
    .flatMap((story): Moment[] => [
      { at: story.submittedAt, story, step: -1, key: story.draft.key, shots: story.shots },
      ...story.steps.map(({ at, act }, step): Moment => {
        const shots = 'shots' in act ? act.shots : []
        return { at, story, step, key: fixedId<'draft'>(`${city.id} report ${story.index} step ${step}`), shots }
      }),
    ])
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.step - b.step)
}

/** Draws the photos of a moment and brings them in; null when the moment was told in an earlier run. */
async function store({ means, guide, folder }: Told, { key, shots, step }: Moment): Promise<readonly MediaId[] | null> {
  const tx = means.store.of(guide.city.id)
  const done = step < 0 ? (await reports.findByDraft(tx, key)) !== null : await isDone(tx, key)
  if (done) return null

  const waiting = (await waitingFor(tx, key)).map(({ id }) => id)
  for (const [at, shot] of shots.entries()) {
    if (at < waiting.length) continue
    const file = join(folder, `${key}-${at}.jpg`)
    await drawPhoto(shot, file)
    const added = await addMedia(means, guide.city.id, key, file, guide.city.policy.mostMedia)
    await rm(file, { force: true })
    if (!added.ok) throw new Error(`A drawn photo was refused: ${added.problem.kind}`)
    waiting.push(added.value.media.id)
  }
  return waiting
}

async function happen(told: Told, { at, story, step, key }: Moment, media: readonly MediaId[]): Promise<Status> {
  const means = { ...told.means, now: () => at }
  const planned = story.steps[step]
  if (!planned) {
    const sent = await submitReport(means, told.guide, { ...story.draft, media }, authorOf(told, story))
    if (!sent.ok) throw new Error(`The report ${story.index} was refused: ${JSON.stringify(sent.problem)}`)
    return 'submitted'
  }
  const report = await reports.getByDraft(means.store.of(told.guide.city.id), story.draft.key)
  const act = await actOf(told, planned.act, media, report)
  const moved = await moveReport(means, told.guide, { number: report.number, act, key }, actorOf(told, story, planned))
  if (!moved.ok)
    throw new Error(`The report ${story.index} did not move (${act.kind}): ${JSON.stringify(moved.problem)}`)
  return moved.value.status
}

async function standing({ means, guide }: Told, { story }: Moment): Promise<Status> {
  return (await reports.getByDraft(means.store.of(guide.city.id), story.draft.key)).status
}

async function actOf(
  { means, guide, stories }: Told,
  act: PlannedAct,
  media: readonly MediaId[],
  report: Report,
): Promise<Act> {
  switch (act.kind) {
    case 'merge': {
      const main = stories.find(({ index }) => index === act.into)
      if (!main) throw new Error('Nothing to merge into')
      return { kind: 'merge', into: (await reports.getByDraft(means.store.of(guide.city.id), main.draft.key)).id }
    }
    case 'hide_media': {
      const photo = report.media[act.photo]
      if (!photo) throw new Error('No such photo to hide')
      return { kind: 'hide_media', media: photo }
    }
    case 'show_media': {
      const [photo] = report.unseenMedia
      if (!photo) throw new Error('No photo to show')
      return { kind: 'show_media', media: photo }
    }
    case 'resolve':
    case 'answer':
    case 'reopen':
    case 'revise': {
      const { shots, ...rest } = act
      return { ...rest, media: shots.length > 0 ? media : [] } as Act // safe: the plan leaves out the media alone
    }
    default:
      return act
  }
}

function authorOf({ people }: Told, { author }: Story): Extract<Actor, { kind: 'resident' }> {
  return { kind: 'resident', id: people.residents[author] as PersonId } // safe: authors are counted from the same list
}

function actorOf(told: Told, story: Story, { by, organization }: Step): Actor {
  if (by === 'author') return authorOf(told, story)
  const { moderators, officers } = told.people
  if (by === 'moderator') return { kind: 'moderator', id: moderators[story.index % moderators.length] as PersonId } // safe: a city has a moderator
  const officer = officers.get(organization)
  if (officer) return { kind: 'officer', id: officer, organization }
  return {
    kind: 'correspondent',
    link: fixedId<'link'>(`${told.guide.city.id} link ${story.index} ${organization}`),
    organization,
  }
}

function counted(all: readonly Status[]): ReadonlyMap<Status, number> {
  const counts = new Map<Status, number>()
  for (const status of all) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}
