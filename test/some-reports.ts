import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { aDraft, aModerator, waterUtility } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, MediaId, PersonId } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import type { Draft } from '#src/domain/submission.ts'
import type { Means } from '#src/operations/means.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { keepWaiting } from '#src/store/media.ts'
import { ensure } from '#src/store/people.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide } from './a-guide.ts'

export type Resident = Extract<Actor, { kind: 'resident' }>

type Names = { readonly firstName?: string; readonly lastName?: string; readonly email?: string }

/** A person in the database, as a resident. */
export async function aPerson({ whole }: Store, names: Names = {}): Promise<Resident> {
  const id = crypto.randomUUID() as PersonId
  await ensure(whole, {
    id,
    email: `${id}@people.example`,
    firstName: 'Оксана',
    lastName: 'Приватенко',
    locale: 'uk',
    ...names,
  })
  return { kind: 'resident', id }
}

export type Sent = { readonly number: number; readonly author: Resident; readonly draft: Draft }

/** A report as it came in, through the only door there is. */
export async function aSubmitted(
  means: Means,
  changes: Partial<Draft> = {},
  { guide = aGuide(), author }: { readonly guide?: Guide; readonly author?: Resident } = {},
): Promise<Sent> {
  const draft = aDraft(changes)
  const by = author ?? (await aPerson(means.store))
  const number = await submitReport(means, guide, draft, by)
  if (!number.ok) throw new Error(JSON.stringify(number.problem))
  return { number: number.value, author: by, draft }
}

/** A report that a moderator has accepted for an organization. */
export async function anAccepted(
  means: Means,
  changes: Partial<Draft> = {},
  organization = waterUtility,
): Promise<Sent> {
  const sent = await aSubmitted(means, changes)
  await done(means, sent.number, { kind: 'approve', organization }, aModerator())
  return sent
}

/** The report after an act that must succeed. */
export async function done(means: Means, number: number, act: Act, actor: Actor, key = aKey()): Promise<Report> {
  const moved = await moveReport(means, aGuide(), { number, act, key }, actor)
  if (!moved.ok) throw new Error(JSON.stringify(moved.problem))
  return moved.value
}

/** A key as a form has one. */
export function aKey(): DraftKey {
  return crypto.randomUUID() as DraftKey
}

/** A photo that waits under a form's key. Only its row: nothing is stored. */
export async function aWaitingPhoto(
  { store, mint, now }: Means,
  key: DraftKey,
  city = aGuide().city.id,
): Promise<MediaId> {
  const id = mint.id<'media'>()
  const photo = { id, key: mint.secret(), kind: 'photo', type: 'image/webp', width: 800, height: 600 } as const
  const waiting = { draft: key, source: crypto.randomUUID() }
  await store.inCity(city, (tx) => keepWaiting(tx, photo, waiting, { most: 100, now: now() }))
  return id
}
