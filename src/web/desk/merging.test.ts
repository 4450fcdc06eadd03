import { beforeAll, expect, it } from 'vitest'

import { anAct, anOfficer } from '#src/domain/examples.ts'
import { aGuide, pothole } from '#test/a-guide.ts'
import { as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { anAccepted, aSubmitted, done } from '#test/some-reports.ts'
import { type Staffed, staffed } from './staffed.examples.ts'

describeOnOne('what lies around a report, and merging with it', (open) => {
  let desk: Staffed
  beforeAll(async () => {
    desk = await staffed(await open())
  })

  it('shows an officer what lies around a report as far as it is public, and a moderator also what waits', async () => {
    const { number } = await anAccepted(desk.here)
    const beside = await anAccepted(desk.here, { description: 'Яма за рогом' })
    const waiting = await aSubmitted(desk.here, { description: 'Ще ніхто не читав' })

    const moderated = await desk.page(`/zhytomyr/desk/${number}`, desk.moderator)
    expect(moderated).toContain('Ще ніхто не читав')
    expect(moderated).toContain(`href="/zhytomyr/desk/${waiting.number}?`)

    const answered = await desk.page(`/zhytomyr/desk/${number}`, desk.officer)
    expect(answered).toContain('Яма за рогом')
    expect(answered).toContain(`href="/zhytomyr/reports/${beside.number}"`)
    expect(answered).not.toContain('Ще ніхто не читав')
  })

  it('shows a moderator first what probably is the same problem, and merges with one press', async () => {
    const location = { lng: 28.69, lat: 50.26 }
    const main = await anAccepted(desk.here, { location, description: 'З люка тече вода на дорогу' })
    for (const east of [0.0001, 0.0002, 0.0003, 0.0004, 0.0005, 0.0006])
      await anAccepted(desk.here, {
        location: { ...location, lng: location.lng + east },
        description: 'Яма на узбіччі',
        categoryId: pothole,
      })
    const { number } = await aSubmitted(desk.here, { location, description: 'Тече вода з люка' })

    const opened = await desk.page(`/en/zhytomyr/desk/${number}`, desk.moderator)
    expect(opened.indexOf('Probably the same')).toBeGreaterThan(0)
    expect(opened.match(/Probably the same/g)).toHaveLength(1)
    expect(opened).toContain('A merged report is seen by everyone')
    expect(await desk.page(`/en/zhytomyr/desk/${main.number}`, desk.moderator)).not.toContain('A merged report is seen')
    expect(opened).toContain(`Merge with No. ${main.number}`)
    expect(opened.indexOf(`Merge with No. ${main.number}`)).toBeLessThan(opened.indexOf('Яма на узбіччі'))

    const merge = { key: crypto.randomUUID(), into: String(main.number), sure: String(main.number) }
    await desk.app.request(`/en/zhytomyr/desk/${number}/merge`, sent(merge, as(desk.moderator)))
    expect(await desk.page(`/en/zhytomyr/reports/${main.number}`, desk.moderator)).toContain(
      'It concerns 1\u00a0more person',
    )
  })

  it('merges with a report nearby in place, where both can be compared', async () => {
    const { lat, lng } = aGuide().city.center
    const location = { lat, lng: lng + 0.02 }
    const main = await anAccepted(desk.here, { location, description: 'Та сама яма, та сама вулиця. Глибока.' })
    const { number } = await aSubmitted(desk.here, { location })
    expect(await desk.page(`/zhytomyr/desk/${number}`, desk.moderator)).toContain(`name="into" value="${main.number}"`)
    const merge = async (fields: Record<string, string>) => {
      const answer = await desk.act(`/zhytomyr/desk/${number}/merge`, fields, desk.moderator)
      return [answer.status, await answer.text()]
    }
    expect(await merge({ into: '' })).toEqual([422, expect.stringContaining('Вкажіть номер звернення.')])
    const asked = await merge({ into: `№ ${main.number}` })
    expect(asked).toEqual([422, expect.stringContaining('«Та сама яма, та сама вулиця». Прийнято до розгляду.')])
    expect(asked[1]).toContain(`name="sure" value="${main.number}"`)
    expect((await desk.stored(number))?.status).toBe('submitted')
    const other = await anAccepted(desk.here, { description: 'Не гріє батарея.' })
    await done(desk.here, other.number, anAct('decline'), anOfficer())
    const closed = await merge({ into: String(other.number), sure: String(main.number) })
    expect(closed[1]).toContain('Воно вже закрите')
    expect((await merge({ into: String(main.number), sure: String(main.number) }))[0]).toBe(303)
    expect((await desk.stored(number))?.status).toBe('merged')
  })
})
