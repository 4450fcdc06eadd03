import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, PersonId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { mint } from '#src/outside/mint.ts'
import type { Store } from '#src/store/store.ts'
import type { Seat } from './seat.ts'

/** A filled city that is measured from inside the process. */
export type City = {
  readonly reports: number
  readonly store: Store
  readonly guide: Guide
  readonly seat: Seat
  readonly places: readonly Point[]
  /** How many were moved: each report is moved once. */
  turn: number
}

const nobody = { kind: 'moderator', id: '00000000-0000-7000-8000-000000000000' as PersonId } as const
const meansOf = (store: Store) => ({ store, mint, now: () => Temporal.Now.instant(), files: undefined as never })

/** One report that a resident sends. */
export async function submitted({ store, guide, seat, places }: City): Promise<void> {
  const someone = await store.whole.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  const location = places[Math.floor(Math.random() * places.length)] ?? guide.city.center
  const sent = await submitReport(
    meansOf(store),
    guide,
    {
      key: crypto.randomUUID() as DraftKey,
      categoryId: seat.category,
      location,
      address: 'вул. Київська, 12',
      description: 'Тече вода з люка біля зупинки, тротуар під водою.',
      media: [],
      answers: {},
      nameShown: 'hidden',
      appeal: null,
      locale: 'uk',
    },
    { kind: 'resident', id: someone.id },
  )
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
}

/** One accepted report that its organization resolves: it leaves one count and comes to another. */
export async function moved(city: City): Promise<void> {
  const { store, guide, seat } = city
  const number = seat.accepted[city.turn % seat.accepted.length]
  city.turn += 1
  const [row] = await store.whole
    .selectFrom('report')
    .select('organization_id')
    .where('city_id', '=', seat.city)
    .where('number', '=', number ?? 0)
    .execute()
  const organization = row?.organization_id
  if (!number || !organization) throw new Error('Nothing left to move')
  const officer = { kind: 'officer', id: nobody.id, organization } as const
  const done = await moveReport(
    meansOf(store),
    guide,
    { number, act: { kind: 'resolve', note: 'Полагоджено.', media: [] }, key: crypto.randomUUID() as DraftKey },
    officer,
  )
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
}
