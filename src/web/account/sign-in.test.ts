import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { keepConsent } from '#src/store/people.ts'
import { aFrontDoor, cookiesOf, type FrontDoor } from '#test/a-front-door.ts'
import { moderatorEmail } from '#test/a-guide.ts'
import { origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aPerson } from '#test/some-reports.ts'
import { limitsOn } from '../limits.ts'

describeOnOne('signing in', (open) => {
  let here: TestMeans
  let door: FrontDoor
  let email: string
  beforeAll(async () => {
    here = means(await open())
    door = aFrontDoor(here)
  })
  beforeEach(() => {
    email = anAddress()
  })
  const anAddress = () => `${crypto.randomUUID()}@people.example`
  const ask = (to = email, on = door, headers = {}) =>
    on.app.request('/sign-in', sent({ email: to }, { origin, ...headers }))
  const enter = (code: string, asked: Response, on = door, headers = {}) =>
    on.app.request('/sign-in/code', sent({ code }, { origin, cookie: cookiesOf(asked), ...headers }))
  const lastCode = (to = email) => door.codes.findLast((one) => one.email === to)?.code ?? ''
  const next = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
  const leadsTo = (answer: Response) => [answer.status, answer.headers.get('location')]
  const me = async (headers: Record<string, string>) => leadsTo(await door.app.request('/me', { headers }))

  it('takes three steps the first time, and two after', async () => {
    const asked = await ask()
    expect(leadsTo(asked)).toEqual([303, '/sign-in/code'])
    const entered = await enter(`${lastCode().slice(0, 3)} ${lastCode().slice(3)}`, asked)
    expect(leadsTo(entered)).toEqual([303, '/sign-in/about'])

    const headers = { origin, cookie: cookiesOf(entered) }
    const about = (fields: Record<string, string>) => door.app.request('/sign-in/about', sent(fields, headers))
    const refused = await about({ first_name: 'Оксана', last_name: '' })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('cache-control'), 'Back leads to it').toBe('private, no-cache')
    const looked = await door.app.request('/sign-in/about', { headers })
    expect(looked.headers.get('cache-control')).toBe('no-store')
    expect(await refused.text()).toMatch(/id="last_name-problem".*id="consent-problem"/s)
    expect(await me(headers)).toEqual([303, '/sign-in/about'])
    expect(leadsTo(await about({ first_name: 'Оксана', last_name: 'Приватенко', consent: 'yes' }))).toEqual([
      303,
      '/me',
    ])
    expect(await me(headers)).toEqual([200, null])

    const again = await ask()
    expect(leadsTo(await enter(lastCode(), again))).toEqual([303, '/me'])
  })

  it('keeps the words that were agreed to, and asks again when they are others', async () => {
    const headers = await door.signIn(email)
    const data = (await (await door.app.request('/me/data.json', { headers })).json()) as {
      person: { id: Parameters<typeof keepConsent>[1] }
      consents: { text: string }[]
    }
    expect(data.consents).toEqual([
      expect.objectContaining({ locale: 'uk', text: expect.stringMatching(/персональн/) }),
    ])
    const other = { version: 'another', locale: 'uk', text: 'Інше', at: here.now().add({ hours: 1 }) } as const
    await keepConsent(here.store.whole, data.person.id, other)
    expect(await me(headers)).toEqual([303, '/sign-in/about'])
  })

  it('leads on to a page of ours, and never to another site', async () => {
    const wayFrom = async (value: string) => {
      const asked = await door.app.request('/sign-in', sent({ email, continue: value }))
      return leadsTo(await enter(lastCode(), asked))
    }
    await door.signIn(email)
    expect(await wayFrom('/zhytomyr/reports?q=яма')).toEqual([303, '/zhytomyr/reports?q=%D1%8F%D0%BC%D0%B0'])
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', '/..//evil.example'])
      expect(await wayFrom(elsewhere), elsewhere).toEqual([303, '/me'])
  })

  it('leads staff to their desk when they asked for nothing else, and who has one finds it on their own page', async () => {
    const headers = await door.signIn(moderatorEmail, { first: 'Ірина', last: 'Савчук' })
    const asked = await door.app.request('/sign-in', sent({ email: moderatorEmail }))
    expect(leadsTo(await enter(lastCode(moderatorEmail), asked))).toEqual([303, '/zhytomyr/desk'])
    const own = await (await door.app.request('/me', { headers })).text()
    expect(own).toContain('href="/zhytomyr/desk">Робочий стіл: Житомир</a>')
  })

  describe('a code', () => {
    it('works once, of however many that come at once', async () => {
      const asked = await ask()
      const code = lastCode()
      const all = await Promise.all(Array.from({ length: 8 }, () => enter(code, asked)))
      expect(all.map(({ status }) => status).toSorted()).toEqual([303, ...Array(7).fill(422)])
      expect((await enter(code, asked)).status).toBe(422)
      expect(await me({ cookie: cookiesOf(asked) })).toEqual([303, '/sign-in?continue=%2Fme'])
    })

    it('works for its own address alone', async () => {
      const other = anAddress()
      const askedForOther = await ask(other)
      await ask()
      expect((await enter(lastCode(), askedForOther)).status).toBe(422)
    })

    it('is spent after five wrong tries', async () => {
      const asked = await ask()
      const code = lastCode()
      for (let wrong = 1; wrong <= 5; wrong += 1) expect((await enter(next(code, wrong), asked)).status).toBe(422)
      expect((await enter(code, asked)).status).toBe(422)
    })

    it('is of no use after its ten minutes, and no earlier one is after a new one was used', async () => {
      const asked = await ask()
      const expired = lastCode()
      await here.store.whole
        .updateTable('verification')
        .set({ expires_at: new Date(Date.now() - 1000) })
        .where('identifier', 'like', `%${email}`)
        .execute()
      expect((await enter(expired, asked)).status).toBe(422)

      await ask()
      const earlier = lastCode()
      await ask()
      expect((await enter(lastCode(), asked)).status).toBe(303)
      expect((await enter(earlier, asked)).status).toBe(422)
    })

    it('is kept by its hash, and so are the tries at it', async () => {
      const limited = aFrontDoor(here, { countTry: limitsOn(here.store, 'a secret') })
      await ask(email, limited)
      const rows = await here.store.whole.selectFrom('verification').selectAll().execute()
      expect(JSON.stringify(rows.filter(({ identifier }) => identifier.includes(email)))).not.toContain(
        limited.codes[0]?.code,
      )
      const counted = await here.store.whole.selectFrom('rate_limit').selectAll().execute()
      expect(counted.length).toBeGreaterThan(0)
      expect(JSON.stringify(counted)).not.toContain(email)
    })
  })

  it('answers the same whether an address is known or not', async () => {
    const known = anAddress()
    await aPerson(here.store, { email: known })
    const answerTo = async (to: string) => {
      const asked = await ask(to)
      const page = await door.app.request('/sign-in/code', { headers: { cookie: cookiesOf(asked) } })
      const wrong = await enter(next(lastCode(to)), asked)
      const texts = [await asked.text(), await page.text(), await wrong.text()]
      const said = JSON.stringify([leadsTo(asked), [...asked.headers.keys()], wrong.status, ...texts])
      return said.replaceAll(to, 'ADDRESS').replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}(?=<)/g, 'ID')
    }
    expect(await answerTo(known)).toBe(await answerTo(anAddress()))
  })

  describe('may be tried so often', () => {
    let limited: FrontDoor
    let from: { 'x-forwarded-for': string }
    let count = 0
    beforeAll(() => {
      limited = aFrontDoor(here, { countTry: limitsOn(here.store, 'a secret') }, { proxies: 1 })
    })
    beforeEach(() => {
      count += 1
      from = { 'x-forwarded-for': `198.51.100.${count}` }
    })

    it('with one address: five codes an hour, from wherever they are asked for', async () => {
      const statuses: number[] = []
      for (let time = 1; time <= 6; time += 1)
        statuses.push((await ask(email, limited, { 'x-forwarded-for': `203.0.113.${time}` })).status)
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
      expect((await ask(anAddress(), limited, from)).status).toBe(303)
      expect(limited.codes.filter((one) => one.email === email)).toHaveLength(5)

      here.clock.at = here.clock.at.add({ hours: 1 })
      expect((await ask(email, limited, from)).status).toBe(303)
    })

    it('from one network: thirty codes an hour, also from all addresses of an IPv6 household', async () => {
      const statuses: number[] = []
      for (let time = 1; time <= 31; time += 1) {
        const answer = await ask(anAddress(), limited, { 'x-forwarded-for': `2001:db8:0:7::${time.toString(16)}` })
        statuses.push(answer.status)
        if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      }
      expect(statuses).toEqual([...Array(30).fill(303), 429])
      expect((await ask(anAddress(), limited, { 'x-forwarded-for': '2001:db8:0:8::1' })).status).toBe(303)
    })

    it('from one network: sixty tries at a code an hour, even the right one', async () => {
      const asked = await ask(email, limited, from)
      const code = limited.codes.at(-1)?.code ?? ''
      const strangers = await ask(anAddress(), limited, from)
      for (let time = 1; time <= 60; time += 1)
        expect((await enter('000000', strangers, limited, from)).status).toBe(422)
      expect((await enter(code, asked, limited, from)).status).toBe(429)
      expect((await enter(code, asked, limited, { 'x-forwarded-for': '203.0.113.99' })).status).toBe(303)
    })
  })
})
