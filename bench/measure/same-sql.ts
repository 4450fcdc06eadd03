import type { Kysely } from 'kysely'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, OrganizationId, PersonId } from '#src/domain/id.ts'
import type { Means } from '#src/operations/means.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { guideFromJson } from '#src/outside/cities/guide-json.ts'
import { identityOn } from '#src/outside/identity.ts'
import { mint } from '#src/outside/mint.ts'
import { documents } from '#src/store/cities.ts'
import { figuresByArea, figuresSince } from '#src/store/city-figures.ts'
import { counts, folder } from '#src/store/desk.ts'
import * as people from '#src/store/people.ts'
import { find, list } from '#src/store/public-reports.ts'
import { publishedReports } from '#src/store/published-reports.ts'
import { findByNumber } from '#src/store/reports.ts'
import { ofCity, ofReport, ofReports } from '#src/store/versions.ts'
import { askedOf, filterOf } from '#src/web/reports/filter-from-query.ts'
import { signedIn } from '../fill/signed-in.ts'
import { type FigureName, figures, leftToSql, queries, secret } from './figures.ts'
import type { RecordingStore, Statement } from './recording-store.ts'
import type { Seat } from './seat.ts'

/** What one request says to the database. Of a write, the facts that are others each time. */
export type Said = { readonly statements: readonly Statement[]; readonly facts?: Facts }

/** What a transaction names and nobody named before; its statements are the same but for these. */
export type Facts = {
  readonly key: string
  readonly id: string
  readonly number: number
  readonly seq: number
  /** Reports that are there to be changed; none where each is new. */
  readonly others: readonly { readonly id: string; readonly number: number }[]
}

type Here = RecordingStore & { readonly seat: Seat; readonly guide: Guide }

/** Lets the product's own functions speak once, and keeps their words: the SQL of a figure, without anything around it. */
export async function sqlOf(name: FigureName, recording: RecordingStore, seat: Seat): Promise<readonly Said[]> {
  const guides = (await documents(recording.store.whole)).flatMap(
    ({ document, ...areas }) => guideFromJson(document, areas) ?? [],
  )
  const guide = guides.find(({ city }) => city.id === seat.city)
  if (!guide) throw new Error(`No city ${seat.city}`)
  return recorders[name]({ ...recording, seat, guide })
}

const recorders: Record<FigureName, (here: Here) => Promise<readonly Said[]>> = {
  list: (here) => listed(here, ['']),
  filtered: (here) => listed(here, queries(here.seat)),
  'list-new': (here) => listed(here, queriesOf('list-new', here.seat, 200)),
  report: (here) => shown(here, here.seat.shown.slice(0, 200)),
  'report-new': (here) => shown(here, here.seat.shown.slice(200, 400)),
  async geojson({ record, store, seat }) {
    const tx = store.of(seat.city)
    return [{ statements: await record(async () => [await ofCity(tx), await publishedReports(tx, {}, 500)]) }]
  },
  async city({ record, store, seat, guide }) {
    const tx = store.of(seat.city)
    const since = Temporal.Now.instant().subtract({ hours: 30 * 24 })
    const districts = [...guide.areas.values()].filter(({ kind }) => kind === 'district').map(({ id }) => id)
    return [
      {
        statements: await record(async () => [
          await ofCity(tx),
          await list(tx, {}, 6),
          await figuresSince(tx, since),
          await figuresByArea(tx, districts, since),
        ]),
      },
    ]
  },
  async desk({ record, store, seat }) {
    const tx = store.of(seat.city)
    const identity = identityOn({
      db: store.whole as unknown as Kysely<never>,
      secret,
      origin: 'http://localhost',
      sendLetter: async () => undefined,
    })
    const headers = new Headers({ cookie: signedIn.moderator(secret) })
    // What the identity library asks once in its life is no part of a look.
    await identity.sessionOf(headers)
    const look = async () => {
      const session = await identity.sessionOf(headers)
      if (session) await people.find(store.whole, session.person)
      await folder(tx, { statuses: ['submitted'] }, 'oldest', 0, 31)
      await counts(tx, null, { at: Temporal.Now.instant(), waitingStops: false })
    }
    return [{ statements: await record(look) }]
  },
  async submit(here) {
    const { record, store, guide, seat } = here
    const key = crypto.randomUUID() as DraftKey
    const id = mint.id<'report'>()
    const reporter = (await findByNumber(store.of(seat.city), seat.shown[0] ?? 1))?.reporter as PersonId
    const form = figures.submit.asks(seat)().form
    const means: Means = { ...meansOn(here), mint: { ...mint, id: () => id as never } }
    let number = 0
    const statements = await record(async () => {
      const made = await submitReport(
        means,
        guide,
        {
          key,
          categoryId: seat.category,
          location: seat.quiet[0] ?? null,
          address: form?.address ?? '',
          description: form?.description ?? '',
          media: [],
          answers: {},
          nameShown: 'first_name',
          appeal: null,
          locale: 'uk',
        },
        { kind: 'resident', id: reporter },
      )
      if (!made.ok) throw new Error(JSON.stringify(made.problem))
      number = made.value
    })
    return [{ statements, facts: { key, id, number, seq: await ofReport(store.of(seat.city), id), others: [] } }]
  },
  async act(here) {
    const { record, store, guide, seat } = here
    const tx = store.of(seat.city)
    const others = await Promise.all(seat.accepted.slice(0, leftToSql).map((number) => findByNumber(tx, number)))
    const [report, ...rest] = others.flatMap((one) => one ?? [])
    if (!report) throw new Error('No report is accepted')
    const organization = seat.organizations.find((one) => one !== report.organization) as OrganizationId // safe: there are several
    const key = crypto.randomUUID() as DraftKey
    const act = { kind: 'assign', organization, note: 'Це ваша вулиця, передаємо вам.' } as const
    const by = { kind: 'moderator', id: report.reporter as PersonId } as const
    const statements = await record(async () => {
      const moved = await moveReport(meansOn(here), guide, { number: report.number, act, key }, by)
      if (!moved.ok) throw new Error(JSON.stringify(moved.problem))
    })
    const { id, number } = report
    return [{ statements, facts: { key, id, number, seq: await ofReport(tx, id), others: rest } }]
  },
}

async function listed({ record, store, seat, guide }: Here, asked: readonly string[]): Promise<readonly Said[]> {
  const tx = store.of(seat.city)
  const said: Said[] = []
  for (const query of asked) {
    const filter = filterOf(askedOf(new URLSearchParams(query), guide), guide)
    said.push({ statements: await record(async () => [await ofCity(tx), await list(tx, filter, 31)]) })
  }
  return said
}

async function shown({ record, store, seat }: Here, numbers: readonly number[]): Promise<readonly Said[]> {
  const tx = store.of(seat.city)
  const said: Said[] = []
  for (const number of numbers) {
    said.push({ statements: await record(async () => [await ofReports(tx, [number]), await find(tx, number)]) })
  }
  return said
}

function queriesOf(name: FigureName, seat: Seat, count: number): readonly string[] {
  const next = figures[name].asks(seat)
  return Array.from({ length: count }, () => next().path.split('?')[1] ?? '')
}

/** No figure has files. */
function meansOn({ store }: Here): Means {
  return { store, files: null as never, mint, now: () => Temporal.Now.instant() }
}
