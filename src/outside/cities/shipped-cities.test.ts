import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { covers } from '#src/domain/covers.ts'
import type { Guide, MultiPolygon } from '#src/domain/guide.ts'
import type { CategoryId } from '#src/domain/id.ts'
import { asked, type Question } from '#src/domain/questions.ts'
import { routeFor } from '#src/domain/routing.ts'
import { faultLine } from './fault.ts'
import { guideFromJson, guideToJson } from './guide-json.ts'
import { readCities } from './read-cities.ts'

const read = await readCities('cities')
if (!read.ok) throw new Error(read.problem.map(faultLine).join('\n'))
const cities = read.value.map((source) => ({ id: source.guide.city.id, ...source }))

describe('the cities of this repository', () => {
  it('are two, one of them with at least 30 open categories', () => {
    expect(cities.map(({ id }) => id)).toEqual(['vinnytsia', 'zhytomyr'])
    const open = cities.map(({ guide }) => [...guide.categories.values()].filter((category) => category.open).length)
    expect(open[0]).toBeGreaterThanOrEqual(12)
    expect(open[1]).toBeGreaterThanOrEqual(30)
  })

  it('leave to the moderator only what names no kind of problem', () => {
    for (const { guide } of cities) {
      const routes = [...guide.categories.values()].map(
        (category) => [category.id, routeFor(category, [], guide.rules)] as const,
      )
      expect(routes.filter(([, { because }]) => because === 'no_rule').map(([id]) => id)).toEqual(['other'])
    }
  })

  it.each(cities)('$id gives the same guide back from JSON text', ({ guide }) => {
    expect(guideFromJson(JSON.parse(JSON.stringify(guideToJson(guide))), stored(guide))).toEqual(guide)
  })

  it.each(cities)('$id writes to examples alone', ({ guide, staff }) => {
    const heads = [...guide.organizations.values()].flatMap(({ headEmail }) => headEmail ?? [])
    const addresses = [
      ...[...guide.organizations.values(), ...staff].map(({ email }) => email),
      ...heads,
      guide.city.email ?? '',
    ]
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it.each(cities)(
    '$id has an administrator, moderators, officers, and at least four organizations without an account',
    ({ guide, staff }) => {
      const withAccount = new Set(staff.map(({ organization }) => organization))
      const reachedByMail = [...guide.organizations.keys()].filter((organization) => !withAccount.has(organization))

      expect(new Set(staff.map(({ role }) => role))).toEqual(new Set(['administrator', 'moderator', 'officer']))
      expect(reachedByMail.length).toBeGreaterThanOrEqual(4)
    },
  )

  it.each(cities)('$id names the emergency numbers', ({ guide }) => {
    const emergency = guide.city.phones.filter((phone) => phone.emergency).map(({ dial }) => dial)
    expect(emergency).toEqual(['112', '101', '102', '103', '104'])
  })

  it.each(cities)('$id asks every question after some answers', ({ guide }) => {
    for (const { questions } of guide.categories.values()) {
      for (const question of questions)
        expect(asked(questions, answersBefore(question)), question.id).toContain(question)
    }
  })

  it.each(cities)('$id names the source of its outline', async ({ id }) => {
    const outline: unknown = JSON.parse(await readFile(`cities/${id}/outline.geojson`, 'utf8'))
    expect(outline).toMatchObject({ source: expect.stringContaining('CC0') })
  })

  it.each(cities)('$id says of its areas that they are approximate', ({ areas }) => {
    expect(areas.length).toBeGreaterThanOrEqual(8)
    expect(areas.filter(({ approximate }) => !approximate)).toEqual([])
  })

  it('fill the outline with districts, where there are any, and none lies across another', () => {
    for (const { areas, guide } of cities) {
      const districts = areas.filter(({ kind }) => kind === 'district')
      const wrong = pointsIn(guide.outline).filter(
        (point) => districts.filter(({ shape }) => covers(shape, point)).length !== 1,
      )
      expect(districts.length > 0 ? wrong : []).toEqual([])
    }
  })

  it('keep a smell of gas away from the queue', () => {
    const zhytomyr = cities.find(({ id }) => id === 'zhytomyr')
    expect(zhytomyr?.guide.categories.get('gas-smell' as CategoryId)).toMatchObject({ open: false })
  })
})

/** Some thousand points all over an area, away from its border by chance. */
function pointsIn(outline: MultiPolygon) {
  const [lngs, lats] = [
    outline.coordinates.flat(2).map(([lng]) => lng),
    outline.coordinates.flat(2).map(([, lat]) => lat),
  ]
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const share = Array.from({ length: 50 }, (_, at) => (at + 0.417) / 50)
  return share
    .flatMap((x) => share.map((y) => ({ lng: west + (east - west) * x, lat: south + (north - south) * y })))
    .filter((point) => covers(outline, point))
}

function stored({ areas, areaSources }: Guide) {
  return { areas: [...areas.values()], areaSources }
}

function answersBefore({ onlyIf }: Question) {
  return onlyIf ? { [onlyIf.question]: onlyIf.is } : {}
}
