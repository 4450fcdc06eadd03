import { type Dice, diceOf } from '#src/demo/dice.ts'
import type { Filter } from '#src/store/narrowed.ts'
import { list } from '#src/store/public-reports.ts'
import { knownNear } from '#src/web/report-form/known-near.ts'
import { type Asked, filterOf, nothingAsked, publicStatuses } from '#src/web/reports/filter-from-query.ts'
import { drawTile } from '#src/web/tiles/draw-tile.ts'
import { countedReports } from '#src/web/tiles/reports-in-tile.ts'
import type { Tile } from '#src/web/tiles/tile.ts'
import type { City } from './writers.ts'

export type Task = () => Promise<unknown>

/** How many different looks of a kind. */
const looks = 60
const ofPage = 21

/** Where reports are, so mostly in the centre. */
export function tiles({ store, guide, places }: City, z: number, asked: Asked): Task[] {
  const tx = store.of(guide.city.id)
  const today = Temporal.Now.instant()
  return places.slice(0, looks).map(({ lng, lat }) => {
    const down = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
    const tile: Tile = { z, x: Math.floor(((lng + 180) / 360) * 2 ** z), y: Math.floor(down * 2 ** z) }
    return () => drawTile(tile, countedReports(tx, guide, asked, tile), today)
  })
}

/** The list beside a map whose view reaches so far from its middle, in degrees. */
export function views({ store, guide, places }: City, half: number): Task[] {
  const tx = store.of(guide.city.id)
  return places.slice(0, looks).map(({ lng, lat }) => {
    const bounds = [lng - half, lat - half, lng + half, lat + half] as const
    return () => list(tx, { ...filterOf(nothingAsked, guide), bounds }, ofPage)
  })
}

/** Lists that ask for whatever a visitor may ask for together; for words when `words` are given. */
export function lists({ store, ...city }: City, words: readonly string[]): Task[] {
  const tx = store.of(city.guide.city.id)
  return someFilters(city, words).map((filter) => () => list(tx, filter, ofPage))
}

/** The same for the same words. */
export function someFilters(city: Pick<City, 'guide' | 'seat'>, words: readonly string[]): readonly Filter[] {
  const dice = diceOf(`lists ${words.join(' ')}`)
  return Array.from({ length: 4 * looks }, () => filterOf(somethingAsked(city, dice, words), city.guide))
}

function somethingAsked({ guide, seat }: Pick<City, 'guide' | 'seat'>, dice: Dice, words: readonly string[]): Asked {
  const { categories, groups, organizations, areas } = guide
  const some = <Value extends string>(share: number, values: Iterable<Value>) =>
    dice.chance(share) ? dice.pick([...values]) : ''
  const [from, to] = dice.pick([...months(), ['', ''], ['', ''], ['', '']] as const)
  return {
    statuses: dice.chance(0.4) ? dice.pick([[dice.pick(publicStatuses)], publicStatuses.slice(0, 3)]) : [],
    category: some<string>(0.5, dice.chance(0.6) ? categories.keys() : groups.map(({ id }) => id)),
    organization: some(0.3, organizations.keys()),
    area: some(0.2, areas.keys()),
    overdue: '',
    trait: '',
    words: words.length > 0 ? [dice.pick(words), ...(dice.chance(0.5) ? [dice.pick(words)] : [])].join(' ') : '',
    from,
    to,
    before: dice.chance(0.2) ? dice.pick(seat.shown) : null,
  }
}

/** A month, and a quarter, of each of the last years. */
function months(): readonly (readonly [string, string])[] {
  const today = Temporal.Now.plainDateISO()
  return [1, 14, 30].flatMap((ago) =>
    [1, 3].map((long) => {
      const from = today.subtract({ months: ago + long })
      return [from.toString(), from.add({ months: long }).toString()] as const
    }),
  )
}

/** The question of the form: is it known already? In the centre, by all categories in turn. */
export function known({ store, guide, places }: City): Task[] {
  const categories = [...guide.categories.keys()]
  const context = { means: { store } as never, now: Temporal.Now.instant() } // safe: it is asked for the store alone
  return places.slice(0, 4 * looks).map((location, turn) => {
    const categoryId = categories[turn % categories.length] ?? ('' as never)
    return () => knownNear(context, guide, { categoryId, description: 'Велика яма на проїжджій частині', location })
  })
}

/** Streets, things and endings that many reports, few, or none hold. */
export const wordsToLookFor = [
  'яма',
  'люк',
  'сміття',
  'вулиця',
  'Київська',
  'не світить',
  'двір',
  'бегемот',
  'та',
  'кот',
]
