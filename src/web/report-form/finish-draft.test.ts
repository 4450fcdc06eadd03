import { beforeAll, beforeEach, expect, it } from 'vitest'

import { findByDraft } from '#src/store/reports.ts'
import { aFrontDoor, cookiesOf, type FrontDoor } from '#test/a-front-door.ts'
import { aGuide, waterLeak } from '#test/a-guide.ts'
import { origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey } from '#test/some-reports.ts'

const { city } = aGuide()
const path = '/zhytomyr/reports/new'

describeOnOne('the draft that waits while somebody signs in', (open) => {
  let here: TestMeans
  let door: FrontDoor
  let key: ReturnType<typeof aKey>
  let place = 0
  beforeAll(async () => {
    here = means(await open())
    door = aFrontDoor(here)
  })
  beforeEach(() => {
    key = aKey()
    place += 0.004
  })
  const form = () => {
    const where = { lng: (28.62 + place).toFixed(4), lat: '50.2547' }
    return { key, category: waterLeak, ...where, description: 'Тече вода з люка' }
  }
  const isSent = async () => (await findByDraft(here.store.of(city.id), key)) !== null
  const leadsTo = (answer: Response) => [answer.status, answer.headers.get('location')]
  const signIn = async (email: string, cookie: string) => {
    const asked = await door.app.request('/sign-in', sent({ email, continue: city.id }, { origin, cookie }))
    const code = door.codes.findLast((one) => one.email === email)?.code ?? ''
    const both = `${cookie}; ${cookiesOf(asked)}`
    return door.app.request('/sign-in/code', sent({ code }, { origin, cookie: both }))
  }

  it('is sent by the code, and not by a link of another site that somebody signed in follows', async () => {
    const email = `${aKey()}@people.example`
    const { cookie: session = '' } = await door.signIn(email)
    const begun = cookiesOf(await door.app.request(path, sent(form())))

    const linked = await door.app.request('/sign-in?continue=zhytomyr', { headers: { cookie: `${session}; ${begun}` } })
    expect(leadsTo(linked)).toEqual([303, path])
    expect(await isSent()).toBe(false)

    expect((await signIn(email, begun)).headers.get('location')).toMatch(/^\/zhytomyr\/reports\/\d+\?/)
    expect(await isSent()).toBe(true)
  })

  it('is not sent in the name of another than who began it', async () => {
    const begunByOksana = `${cookiesOf(await door.app.request(path, sent(form())))}.0123456789abcdef`
    const andrii = `${aKey()}@people.example`
    await door.signIn(andrii)
    expect(leadsTo(await signIn(andrii, begunByOksana))).toEqual([303, path])
    expect(await isSent()).toBe(false)
  })
})
