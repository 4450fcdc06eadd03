import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId, LinkId, OrganizationId, PersonId, UploadId } from '#src/domain/id.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { supportReport } from '#src/operations/support-report.ts'
import * as drafts from '#src/store/drafts.ts'
import { waitingFor } from '#src/store/media.ts'
import { hashOf, keep } from '#src/store/private-links.ts'
import { findByNumber } from '#src/store/reports.ts'
import * as uploads from '#src/store/uploads.ts'
import type { TestMeans } from '#test/means.ts'
import { aKey, aSubmitted, aWaitingPhoto } from '#test/some-reports.ts'
import type { Known } from './any-value.ts'

export type SignedIn = { readonly person: PersonId; readonly session: string }

const water = 'water-utility' as OrganizationId
const roads = 'road-works' as OrganizationId

/** Gives a city a report in each status, people of each role, files, drafts and a private link. */
export async function fillCity(
  here: TestMeans,
  guide: Guide,
  signIn: (email: string) => Promise<SignedIn>,
): Promise<Known> {
  const author = await signIn('author@people.example')
  const moderator = await signIn('moderator@rada.zhytomyr.example')
  const officer = await signIn('officer@vodokanal.zhytomyr.example')
  const administrator = await signIn('admin@rada.zhytomyr.example')
  const by = { kind: 'moderator', id: moderator.person } as const
  const atWork = { kind: 'officer', id: officer.person, organization: water } as const

  const photos = [await aPhoto(here, guide)]
  const numbers: number[] = []
  for (const story of storiesBy(by, atWork)) {
    const photo = await aPhoto(here, guide)
    const draft = { key: photo.draft, categoryId: 'pavement' as CategoryId, media: [photo.id] }
    const reporter = { kind: 'resident', id: author.person } as const
    const { number } = await aSubmitted(here, draft, { guide, author: reporter })
    for (const [act, actor] of story) await moveReport(here, guide, { number, act, key: aKey() }, actor)
    photos.push(photo)
    numbers.push(number)
  }
  const begun = aKey()
  await drafts.keep(here.store.of(guide.city.id), begun, { category: ['pothole'], description: ['Яма'] }, here.now())

  return {
    guide,
    sessions: [author, moderator, officer, administrator].map(({ session }) => session),
    numbers,
    media: photos.map(({ id }) => id),
    mediaKeys: photos.map(({ key }) => key),
    keys: [...photos.map(({ draft }) => draft), begun],
    secrets: [await aLink(here, guide, numbers.at(-1) ?? 0)],
    uploads: [await anUploadBegun(here, guide, null), await anUploadBegun(here, guide, author.person)],
    stops: await supportOf(here, guide, numbers.at(-1) ?? 0, officer.person),
  }
}

/** What happens to a report of each status; the last is the roads', whose link is known. */
function storiesBy(by: Actor, atWork: Actor): readonly (readonly (readonly [Act, Actor])[])[] {
  const approved = [{ kind: 'approve', organization: water }, by] as const
  const until = Temporal.PlainDate.from('2026-04-01')
  return [
    [],
    [[{ kind: 'reject', reason: 'unclear', note: 'Допишіть, де це' }, by]],
    [approved],
    [approved, [{ kind: 'ask', question: 'Який під’їзд?' }, atWork]],
    [approved, [{ kind: 'start', note: '' }, atWork]],
    [approved, [{ kind: 'postpone', reason: 'season', note: 'Навесні', until }, atWork]],
    [approved, [{ kind: 'resolve', note: 'Замінили трубу', media: [] }, atWork]],
    [approved, [{ kind: 'decline', reason: 'not_ours', note: 'Це двір школи' }, atWork]],
    [[{ kind: 'approve', organization: roads }, by]],
  ]
}

/** A photo of ten bytes that waits under a key of its own. */
async function aPhoto(here: TestMeans, { city }: Guide) {
  const draft = aKey()
  const id = await aWaitingPhoto(here, draft, city.id)
  const [row] = await waitingFor(here.store.of(city.id), draft)
  if (!row) throw new Error('The photo is not there')
  await here.files.put(`media/${row.key}/320.webp`, new TextEncoder().encode('0123456789'), 'image/webp')
  return { id, key: row.key, draft }
}

/** Of ten bytes, none of which has come. */
async function anUploadBegun({ store, mint, now }: TestMeans, { city }: Guide, person: PersonId | null) {
  const id = mint.secret() as UploadId
  await uploads.begin(store.of(city.id), { id, draft: aKey(), person, length: 10 }, now())
  return id
}

/** Makes a person support a report; the key that ends it. */
async function supportOf(here: TestMeans, { city }: Guide, number: number, person: PersonId): Promise<string[]> {
  await supportReport(here, city.id, number, person)
  const rows = await here.store.whole.selectFrom('support').select('stop_key').where('city_id', '=', city.id).execute()
  return rows.map(({ stop_key }) => stop_key)
}

/** The secret of a private link to a report. */
async function aLink({ store, mint, now }: TestMeans, { city }: Guide, number: number): Promise<string> {
  const tx = store.of(city.id)
  const report = await findByNumber(tx, number)
  if (!report) throw new Error(`No report ${number}`)
  const secret = mint.secret()
  await keep(tx, {
    id: mint.id<'link'>() as LinkId,
    secretHash: hashOf(secret),
    report: report.id,
    organization: roads,
    at: now(),
    expiresAt: now().add({ hours: 24 }),
  })
  return secret
}
