import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Appeal } from '#src/domain/appeal.ts'
import { aModerator, anAct, anOfficer, waterUtility } from '#src/domain/examples.ts'
import type { DraftKey, LinkId, MediaId, ReportId } from '#src/domain/id.ts'
import type { Status } from '#src/domain/report.ts'
import { eventsOf } from '#src/store/events.ts'
import { accessTo, waitingFor } from '#src/store/media.ts'
import { hashOf, keep } from '#src/store/private-links.ts'
import { findByNumber } from '#src/store/reports.ts'
import { aKey, aPerson, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'
import type { Town } from './a-town.ts'

type Photo = { readonly id: MediaId; readonly key: string }

/** A report of the town's author, about water, with one photo that a moderator hid and one that he did not. */
export type Filed = {
  readonly id: ReportId
  readonly number: number
  readonly draft: DraftKey
  readonly shown: Photo
  readonly hidden: Photo
  /** What somebody added, with no moderator's eye on it yet. */
  readonly addition?: number
}

/** What makes a report come to a status. */
const ways = {
  submitted: [],
  rejected: ['reject'],
  accepted: ['approve'],
  in_progress: ['approve', 'start'],
  awaiting_answer: ['approve', 'ask'],
  postponed: ['approve', 'postpone'],
  resolved: ['approve', 'resolve'],
  not_resolved: ['approve', 'decline'],
  merged: ['approve', 'merge'],
  withdrawn: ['approve', 'withdraw'],
} as const satisfies Record<Status, readonly ActKind[]>

/** A report that has come to this status. */
export async function aReportIn(town: Town, status: Status, appeal: Appeal | null = null): Promise<Filed> {
  const { here, city, author } = town
  const draft = aKey()
  const [shown, hidden] = [await aStoredPhoto(town, draft), await aStoredPhoto(town, draft)]
  const { number } = await aSubmitted(here, { key: draft, media: [shown.id, hidden.id], appeal }, { author })
  await done(here, number, { kind: 'hide_media', media: hidden.id }, aModerator())
  for (const kind of ways[status]) {
    const act = kind === 'merge' ? ({ kind, into: (await aReportIn(town, 'accepted')).id } as const) : anAct(kind)
    await done(here, number, act, actors[kind](author))
  }
  const report = await findByNumber(here.store.of(city), number)
  if (report?.status !== status) throw new Error(`${report?.status} is not ${status}`)
  return { id: report.id, number, draft, shown, hidden }
}

/** The same, with something that another resident added. */
export async function withAddition(town: Town, filed: Filed): Promise<Filed> {
  if (filed.addition !== undefined) return filed
  const { here, city } = town
  await done(here, filed.number, anAct('add'), await aPerson(here.store))
  const addition = (await eventsOf(here.store.of(city), filed.id)).at(-1)?.seq
  if (addition === undefined) throw new Error('Nothing was added')
  return { ...filed, addition }
}

type Way = (typeof ways)[Status][number]

const moderator = () => aModerator()
const officer = () => anOfficer()
const actors: Record<Way, (author: Actor) => Actor> = {
  reject: moderator,
  approve: moderator,
  merge: moderator,
  start: officer,
  ask: officer,
  postpone: officer,
  resolve: officer,
  decline: officer,
  withdraw: (author) => author,
}

/** A photo that waits under a form's key, with something in its place. */
export async function aStoredPhoto({ here, city }: Town, draft: DraftKey): Promise<Photo> {
  const id = await aWaitingPhoto(here, draft)
  const key = (await waitingFor(here.store.of(city), draft)).find((file) => file.id === id)?.key ?? ''
  await here.files.put(`media/${key}/320.webp`, new TextEncoder().encode(key), 'image/webp')
  if ((await accessTo(here.store.whole, key)) === null) throw new Error('No photo')
  return { id, key }
}

/** The secret of a private link to a report, for an hour. */
export async function aLinkTo({ here, city }: Town, report: ReportId, organization = waterUtility): Promise<string> {
  const [secret, at] = [here.mint.secret(), here.now()]
  const id = here.mint.id<'link'>() as LinkId
  const expiresAt = at.add({ hours: 1 })
  await keep(here.store.of(city), { id, secretHash: hashOf(secret), report, organization, at, expiresAt })
  return secret
}
