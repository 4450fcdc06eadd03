import { beforeAll, expect, it } from 'vitest'
import { waterUtility } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import { findByNumber } from '#src/store/reports.ts'
import {
  aGuide,
  border,
  cityLight,
  moderatorEmail,
  northern,
  oldTown,
  pothole,
  roadWorks,
  streets,
  waterLeak,
} from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, aPerson, aSubmitted, type Resident } from '#test/some-reports.ts'

const plain = aGuide()
const { center } = plain.city
/** In the north potholes are the lighting's, and in the old town every street is the water's: as good as any rules. */
const guide: Guide = {
  ...plain,
  rules: [
    ...plain.rules,
    { category: pothole, organization: cityLight, area: northern },
    { group: streets, organization: waterUtility, area: oldTown },
  ],
}

describeOnOne('what the rules propose at the desk', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let moderator: Resident
  const north = { lng: center.lng, lat: border + 0.01 }
  const south = { lng: center.lng, lat: center.lat - 0.05 }
  const page = async (number: number) =>
    (await app.request(`/en/zhytomyr/desk/${number}`, { headers: as(moderator) })).text()
  const approve = async (number: number, fields: Record<string, string>) => {
    const form = sent({ key: aKey(), organization: 'by_rule', category: pothole, ...fields }, as(moderator))
    expect((await app.request(`/zhytomyr/desk/${number}/approve`, form)).status).toBe(303)
    return (await findByNumber(here.store.of(guide.city.id), number))?.organization
  }
  const point = ({ lng, lat }: typeof north) => ({ lng: String(lng), lat: String(lat) })

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here, {}, { guides: new Map([[guide.city.id, guide]]) })
    moderator = await aPerson(here.store, { email: moderatorEmail })
  })

  it('is by the area that a report lies in, and says so beside its name', async () => {
    const { number } = await aSubmitted(here, { categoryId: pothole, location: north })
    const html = await page(number)
    expect(html).toContain('City light')
    expect(html).toContain('by the rule for the category “Pothole” in “Northern district”')
    expect(html).toContain('Northern district (boundaries are approximate)')
  })

  it('is by the group in an area where the category has no rule, and by the city elsewhere', async () => {
    const { number } = await aSubmitted(here, { categoryId: pothole, location: center })
    expect(await page(number)).toContain('by the rule for the group “Streets” in “Old Town”')
    const { number: elsewhere } = await aSubmitted(here, { categoryId: pothole, location: south })
    expect(await page(elsewhere)).toContain('by the rule for the group “Streets”<')
  })

  it('follows the point when a moderator moves it', async () => {
    const { number } = await aSubmitted(here, { categoryId: pothole, location: south })
    expect(await approve(number, point(north))).toBe(cityLight)
    const { number: other } = await aSubmitted(here, { categoryId: pothole, location: north })
    expect(await approve(other, point(south))).toBe(roadWorks)
    const { number: stays } = await aSubmitted(here, { categoryId: pothole, location: north })
    expect(await approve(stays, {})).toBe(cityLight)
    const { number: unplaced } = await aSubmitted(here, {
      categoryId: pothole,
      location: null,
      address: 'вул. Шкільна',
    })
    expect(await approve(unplaced, point(center))).toBe(waterUtility)
  })

  it('does not take the place of a choice that was taken away, and is told in the history', async () => {
    const { number } = await aSubmitted(here, { categoryId: pothole, location: north })
    const form = sent({ key: aKey(), organization: '', category: pothole }, as(moderator))
    const refused = await app.request(`/en/zhytomyr/desk/${number}/approve`, form)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).not.toMatch(/<option[^>]*selected[^>]*value="by_rule"|<option[^>]*value="by_rule"[^>]*selected/)
    expect(html).toContain('Change and accept')
    expect(await approve(number, { category: waterLeak })).toBe(waterUtility)
    expect(await page(number)).toContain('Category: ')
  })
})
