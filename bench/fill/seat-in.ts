import type { Guide } from '#src/domain/guide.ts'
import type { CategoryId, OrganizationId } from '#src/domain/id.ts'
import type { Seat } from '../measure/seat.ts'

/** Rows of one statement; without values, of the last of several. */
export type Run = (text: string, values?: readonly unknown[]) => Promise<readonly unknown[]>

/** What figures can ask about in the database that was filled: always the same of the same reports. */
export async function seatIn(run: Run, { city, categories }: Guide): Promise<Seat> {
  const column = async <Value>(text: string) =>
    (await run(text, [city.id])).map((row) => (row as { value: Value }).value)
  const numbers = (where: string, most: number) =>
    column<number>(
      `select number as value from report where city_id = $1 and ${where} order by md5(number::text) limit ${most}`,
    )
  const mostFrequent = <Value>(name: string) =>
    column<Value>(
      `select ${name} as value from report where city_id = $1 and public and ${name} is not null
       group by 1 order by count(*) desc, 1 limit 20`,
    )
  const asksNothing = [...categories.values()].filter(
    ({ open, questions }) => open && !questions.some((one) => one.required),
  )
  const frequent = await mostFrequent<CategoryId>('category_id')
  const organizations = await mostFrequent<OrganizationId>('organization_id')
  const category = asksNothing.toSorted((a, b) => turnOf(a.id) - turnOf(b.id))[0]
  if (!category) throw new Error('Every category asks something')

  const month = Temporal.Now.plainDateISO().subtract({ months: 2 }).with({ day: 1 })
  return {
    city: city.id,
    quiet: await quietPlaces(run, city.id),
    shown: await numbers('public', 20_000),
    accepted: await numbers(`status = 'accepted' and organization_id <> '${organizations[0]}'`, 300),
    organizations,
    group: category.group,
    category: category.id,
    month: [month.toString(), month.add({ months: 1 }).subtract({ days: 1 }).toString()],
  }

  function turnOf(id: CategoryId): number {
    const turn = frequent.indexOf(id)
    return turn < 0 ? frequent.length : turn
  }
}

/** Of some hundred places in the city those that are farthest from what is reported. */
async function quietPlaces(run: Run, city: string): Promise<Seat['quiet']> {
  const rows = await run(
    `select st_x(point) as lng, st_y(point) as lat
     from (select (st_dump(st_generatepoints(outline, 400, 26))).geom as point from city where id = $1) as places
     order by (select point <-> location from report order by point <-> location limit 1) desc limit 40`,
    [city],
  )
  return rows as Seat['quiet']
}
