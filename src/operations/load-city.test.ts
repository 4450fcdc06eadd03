import { beforeEach, expect, it } from 'vitest'
import { waterUtility } from '#src/domain/examples.ts'
import type { PersonId } from '#src/domain/id.ts'
import { guideFromJson } from '#src/outside/cities/guide-json.ts'
import * as cities from '#src/store/cities.ts'
import { hasOfficers } from '#src/store/memberships.ts'
import * as people from '#src/store/people.ts'
import * as reports from '#src/store/reports.ts'
import type { Store } from '#src/store/store.ts'
import {
  aGuide,
  aSource,
  cityLight,
  moderatorEmail,
  officerEmail,
  pothole,
  roadWorks,
  streetLight,
} from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { anAccepted } from '#test/some-reports.ts'
import { loadCity } from './load-city.ts'

const source = aSource()
const { city, outline } = source.guide

describeOnBoth('loading a city', (open) => {
  let store: Store
  let means: TestMeans

  beforeEach(async () => {
    store = await open()
    means = meansOn(store)
  })

  it('keeps the guide so that it reads back as it was', async () => {
    const [kept, ...more] = await cities.documents(store.whole)
    expect(more).toEqual([])
    const { document, areas, areaSources } = kept ?? { document: null, areas: [], areaSources: [] }
    expect(guideFromJson(document, { areas, areaSources })).toEqual(source.guide)
  })

  it('knows what lies inside the outline', async () => {
    const [west = 0, south = 0] = outline.coordinates[0]?.[0]?.[0] ?? []
    const inside = (lng: number, lat: number) => cities.contains(store.of(city.id), { lng, lat })
    expect(await inside(city.center.lng, city.center.lat)).toBe(true)
    expect(await inside(west, south)).toBe(true)
    expect(await inside(west - 0.0001, south)).toBe(false)
    expect(await inside(city.center.lat, city.center.lng)).toBe(false)
  })

  it('does the same when loaded again, also by ten processes at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => loadCity(means, source)))
    const count = async (table: 'organization' | 'category' | 'responsibility' | 'membership') =>
      (await store.whole.selectFrom(table).selectAll().execute()).length
    expect(await count('organization')).toBe(3)
    expect(await count('category')).toBe(4)
    expect(await count('responsibility')).toBe(3)
    expect(await count('membership')).toBe(source.staff.length)
  })

  it('follows what changed: addresses, rules and staff', async () => {
    const guide = aGuide()
    const water = { id: waterUtility, name: { uk: 'Водоканал', en: 'Water' }, email: 'new@water.example' }
    const organizations = new Map([...guide.organizations, [waterUtility, water]])
    const staff = [
      { email: 'Boss@Roads.example', firstName: 'Борис', lastName: 'Шлях', role: 'officer', organization: roadWorks },
    ] as const
    await loadCity(means, {
      ...source,
      guide: { ...guide, organizations, rules: [{ category: pothole, organization: cityLight }] },
      staff,
    })

    const offices = await store.whole
      .selectFrom('organization')
      .select('email')
      .where('id', '=', waterUtility)
      .execute()
    expect(offices).toEqual([{ email: 'new@water.example' }])
    const rules = await store.whole.selectFrom('responsibility').select(['category_id', 'organization_id']).execute()
    expect(rules).toEqual([{ category_id: pothole, organization_id: cityLight }])
    expect(await hasOfficers(store.of(city.id), waterUtility)).toBe(false)
    expect(await hasOfficers(store.of(city.id), roadWorks)).toBe(true)
    const person = { firstName: 'Борис', lastName: 'Шлях', locale: 'uk', email: 'boss@roads.example' } as const
    const id = await people.ensure(store.whole, { ...person, id: crypto.randomUUID() as PersonId })
    expect((await people.find(store.whole, id))?.memberships).toEqual([
      { city: city.id, role: 'officer', organization: roadWorks },
    ])
  })

  it('keeps reports of a category and an organization that are gone from the data, and the numbers', async () => {
    const { number } = await anAccepted(means)
    const guide = aGuide()
    const categories = new Map([...guide.categories].filter(([id]) => id === streetLight))
    const organizations = new Map([...guide.organizations].filter(([id]) => id === cityLight))
    await loadCity(means, { ...source, guide: { ...guide, categories, organizations, rules: [] }, staff: [] })
    expect(await reports.findByNumber(store.of(city.id), number)).toMatchObject({ organization: waterUtility })
    await loadCity(means, source)
    expect((await anAccepted(means)).number).toBe(number + 1)
  })

  it('makes a moderator and an officer of whoever signs in with an address that it names', async () => {
    const person = { firstName: 'Марія', lastName: 'Модераторенко', locale: 'uk' } as const
    const moderator = await people.ensure(store.whole, {
      ...person,
      id: crypto.randomUUID() as PersonId,
      email: moderatorEmail,
    })
    const officer = await people.ensure(store.whole, {
      ...person,
      id: crypto.randomUUID() as PersonId,
      email: officerEmail,
    })
    expect((await people.find(store.whole, moderator))?.memberships).toEqual([
      { city: city.id, role: 'moderator', organization: null },
    ])
    expect((await people.find(store.whole, officer))?.memberships).toEqual([
      { city: city.id, role: 'officer', organization: waterUtility },
    ])
  })
})
