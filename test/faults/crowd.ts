import { type Dice, diceOf } from '#src/demo/dice.ts'
import type { CategoryId, DraftKey } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { routeFor } from '#src/domain/routing.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import { aPhoto } from './a-photo.ts'
import { aCaller, type Caller, type Fields, type Tally } from './caller.ts'
import { filledIn, formsIn, linksIn, type PageForm } from './forms.ts'
import type { PostOffice } from './post-office.ts'

/** What was sent as a report and was said to be saved. */
export type SavedReport = {
  readonly key: DraftKey
  readonly number: number
  readonly categoryId: CategoryId
  readonly location: Point
  readonly address: string
  readonly description: string
  readonly photos: number
}

export type SavedAct = { readonly key: string; readonly number: number; readonly act: string; readonly photos: number }

/** All that anybody was told: by the form's own key, so that twice saved would be seen. */
export type Ledger = Tally & {
  readonly reports: Map<string, SavedReport>
  readonly acts: Map<string, SavedAct>
  readonly refused: Map<string, number>
}

export type Crowd = {
  readonly ledger: Ledger
  /** Everybody finishes the form they have in hand, and then leaves. */
  leave(): Promise<void>
}

export type Place = {
  readonly origin: string
  readonly source: CitySource
  readonly post: PostOffice
  /** What happens is the same for the same seed, as far as the moments allow. */
  readonly seed: string
}

const residents = 4

/** Eight people at work: four send reports and answer for them, two moderate, two work for an organization. All are signed in. */
export async function openCrowd(place: Place): Promise<Crowd> {
  const ledger: Ledger = { tries: 0, retries: 0, faults: [], reports: new Map(), acts: new Map(), refused: new Map() }
  let isOpen = true
  const moderators = place.source.staff.filter(({ role }) => role === 'moderator').slice(0, 2)
  const people = [
    ...Array.from({ length: residents }, (_, index) => aResident(place, ledger, index)),
    ...[...moderators, ...officersIn(place.source)].map(({ email }) => atTheDesk(place, ledger, email)),
  ]
  const steps = await Promise.all(people)
  const work = steps.map(async (step) => {
    while (isOpen) await step()
  })
  return {
    ledger,
    async leave() {
      isOpen = false
      await Promise.all(work)
    },
  }
}

type Step = () => Promise<void>

async function aResident(place: Place, ledger: Ledger, index: number): Promise<Step> {
  const { city } = place.source.guide
  const dice = diceOf(`${place.seed} resident ${index}`)
  let lives = 0
  const comes = () => {
    lives += 1
    return signedIn(place, ledger, `resident-${index}-${lives}@people.example`, `10.0.${index}.${lives}`)
  }
  let caller = await comes()
  return async () => {
    if (dice.chance(0.45)) {
      const status = await report(place, caller, ledger, dice)
      // So many a day from one person: somebody else goes on.
      if (status === 429) caller = await comes()
      return
    }
    const mine = linksIn(await caller.get('/me'), new RegExp(`^/${city.id}/reports/\\d+$`))
    if (mine.length > 0) await act(caller, ledger, dice, dice.pick(mine))
  }
}

async function atTheDesk(place: Place, ledger: Ledger, email: string): Promise<Step> {
  const dice = diceOf(`${place.seed} ${email}`)
  const caller = await signedIn(place, ledger, email, '10.1.0.1')
  const desk = `/${place.source.guide.city.id}/desk`
  return async () => {
    const waiting = linksIn(await caller.get(desk), new RegExp(`^${desk}/\\d+`))
    if (waiting.length > 0) await act(caller, ledger, dice, dice.pick(waiting))
  }
}

/** Who has come in by the code in a letter. */
export async function signedIn(
  place: Omit<Place, 'seed'>,
  ledger: Tally,
  email: string,
  network: string,
): Promise<Caller> {
  const caller = aCaller(place.origin, network, ledger)
  const since = Date.now()
  await caller.send('/sign-in', [['email', email]])
  const code = await place.post.codeTo(email, since)
  const entered = await caller.send('/sign-in/code', [['code', code]])
  if (entered.kind === 'refused') return signedIn(place, ledger, email, network)
  await caller.send('/sign-in/about', [
    ['first_name', 'Оксана'],
    ['last_name', 'Приватенко'],
    ['consent', 'yes'],
  ])
  return caller
}

/** Sends a report, some with photos: half of these ahead of the form, as a script does, half with it. The status when it was refused. */
async function report({ source }: Place, caller: Caller, ledger: Ledger, dice: Dice): Promise<number | null> {
  const { city } = source.guide
  const path = `/${city.id}/reports/new`
  const [page] = formsIn(await caller.get(path)).filter(({ takesFiles }) => takesFiles)
  const key = (page ? /name="key" value="([^"]+)"/.exec(page.html)?.[1] : null) as DraftKey
  const photos = dice.chance(0.5) ? dice.whole(1, 2) : 0
  const isAhead = dice.chance(0.5)
  const location = { lng: near(city.center.lng, dice), lat: near(city.center.lat, dice) }
  const sent = {
    categoryId: dice.pick(categoriesIn(source)),
    address: `вулиця Велика, ${dice.whole(1, 200)}`,
    description: `Тут зламано, і вже давно: ${crypto.randomUUID()}`,
  }
  const fields: [string, string | Blob][] = [
    ['key', key],
    ['category', sent.categoryId],
    ['lng', String(location.lng)],
    ['lat', String(location.lat)],
    ['address', sent.address],
    ['description', sent.description],
    ['name_shown', 'first_name'],
  ]
  for (let index = 0; index < photos; index++) {
    const photo = await aPhoto(dice)
    if (isAhead) await caller.upload(`/${city.id}/uploads`, key, photo)
    else fields.push(['files', photo])
  }
  let outcome = await caller.send(path, fields)
  // Shown what may be known already, everybody insists that theirs is another problem.
  while (outcome.kind === 'refused' && outcome.status === 422) {
    count(ledger, 'report 422')
    const seen = [...outcome.html.matchAll(/name="seen" value="(\d+)"/g)].map(([, number = '']) => number)
    outcome = await caller.send(path, [...fields, ...seen.map((number) => ['seen', number] as const)])
  }
  if (outcome.kind === 'refused') {
    count(ledger, `report ${outcome.status}`)
    return outcome.status
  }
  const number = Number(/\/reports\/(\d+)\?sent=1$/.exec(outcome.location)?.[1])
  ledger.reports.set(key, { key, number, location, photos, ...sent })
  return null
}

/** Does one of the acts that a page offers. */
async function act(caller: Caller, ledger: Ledger, dice: Dice, page: string): Promise<void> {
  const offered = formsIn(await caller.get(page)).filter(({ action }) => actIn(action) !== null)
  if (offered.length === 0) return
  const form = dice.pick(offered)
  const kind = actIn(form.action) ?? ''
  const words = `Сказано тут і тепер: ${crypto.randomUUID()}`
  const filled = filledIn(form, dice, words, { until: inTenDays(), ...into(ledger, dice) })
  const photo = form.takesFiles && dice.chance(0.3) ? await aPhoto(dice) : null
  const fields: Fields = photo ? [...filled, ['files', photo]] : filled
  const key = String(filled.find(([name]) => name === 'key')?.[1])

  const outcome = await caller.send(form.action, fields)
  if (outcome.kind === 'refused') return count(ledger, `${kind} ${outcome.status}`)
  ledger.acts.set(key, { key, number: numberIn(form), act: kind, photos: photo ? 1 : 0 })
}

function actIn(action: string): string | null {
  return /\/(?:reports|desk)\/\d+\/([a-z_]+)(?:\?|$)/.exec(action)?.[1] ?? null
}

function numberIn({ action }: PageForm): number {
  return Number(/\/(\d+)\//.exec(action)?.[1])
}

/** Another report to be merged into, seen where the form says that it was. */
function into({ reports }: Ledger, dice: Dice): { into?: string; sure?: string } {
  const all = [...reports.values()]
  if (all.length === 0) return {}
  const number = String(dice.pick(all).number)
  return { into: number, sure: number }
}

/** The officers of two organizations. */
function officersIn({ staff }: CitySource) {
  return staff.filter(({ role }) => role === 'officer').slice(0, 2)
}

/** What falls to these two organizations, and to those that have no officers and are reached by letters alone. */
function categoriesIn(source: CitySource): readonly CategoryId[] {
  const { categories, rules } = source.guide
  const atWork = new Set(officersIn(source).map(({ organization }) => organization))
  const withOfficers = new Set(source.staff.map(({ organization }) => organization))
  return [...categories.values()]
    .filter(({ open, questions }) => open && !questions.some(({ required }) => required))
    .filter((category) => {
      const { organization } = routeFor(category, [], rules)
      return organization && (atWork.has(organization) || !withOfficers.has(organization))
    })
    .map(({ id }) => id)
}

function near(degrees: number, dice: Dice): number {
  return Number((degrees + dice.between(-0.005, 0.005)).toFixed(6))
}

function inTenDays(): string {
  return Temporal.Now.plainDateISO().add({ days: 10 }).toString()
}

function count({ refused }: Ledger, what: string): void {
  refused.set(what, (refused.get(what) ?? 0) + 1)
}
