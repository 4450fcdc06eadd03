import { beforeAll, beforeEach, expect, it } from 'vitest'

import { standingOf, stopBounced, stoppedAt } from '#src/store/mail-addresses.ts'
import { aFrontDoor, cookiesOf, type FrontDoor } from '#test/a-front-door.ts'
import { aGuide } from '#test/a-guide.ts'
import { origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aPerson } from '#test/some-reports.ts'
import { limitsOn } from '../limits.ts'

type Headers = Record<string, string>

describeOnOne('another address', (open) => {
  let here: TestMeans
  let door: FrontDoor
  let email: string
  let headers: Headers
  beforeAll(async () => {
    here = means(await open())
    door = aFrontDoor(here)
  })
  beforeEach(async () => {
    email = anAddress()
    headers = await door.signIn(email)
  })
  const anAddress = () => `${crypto.randomUUID()}@people.example`
  const ask = (to: string, on = door, way = '/me/email') => on.app.request(way, sent({ email: to }, headers))
  const enter = (code: string, asked: Response, as = headers) =>
    door.app.request('/me/email/code', sent({ code }, { origin, cookie: `${as.cookie}; ${cookiesOf(asked)}` }))
  const codeTo = (to: string, on = door) => on.codes.findLast((one) => one.email === to)?.code
  const leadsTo = (answer: Response) => [answer.status, answer.headers.get('location')]
  const page = async (path: string, as = headers) => (await door.app.request(path, { headers: as })).text()

  it('is offered where a person reads that letters come back, and is theirs once its code is entered', async () => {
    await standingOf(here.store.whole, email, here.now())
    await stopBounced(here.store.whole, email, here.now())
    expect(await page('/zhytomyr')).toMatch(/повертаються.*href="\/me\/email"/s)
    expect(await page('/me/email')).toContain(`Зараз це ${email}`)

    const to = anAddress()
    const asked = await ask(`  ${to.toUpperCase()} `)
    expect(leadsTo(asked)).toEqual([303, '/me/email/code'])
    const code = codeTo(to) ?? ''
    const wrong = await enter(code === '000000' ? '000001' : '000000', asked)
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Код не підходить')])
    expect(leadsTo(await enter(`${code.slice(0, 3)} ${code.slice(3)}`, asked))).toEqual([303, '/me?address'])
    expect(leadsTo(await enter(code, asked)), 'a double tap').toEqual([303, '/me?address'])
    expect(await page('/me?address')).toMatch(new RegExp(`тепер ваша пошта\\u00a0— ${to}`))
    expect(await page('/zhytomyr')).not.toContain('повертаються')
    expect(await stoppedAt(here.store.whole, email)).toBe('bounced')
    const again = await door.signIn(to)
    expect((await door.app.request('/me', { headers: again })).status).toBe(200)
  })

  it('is not taken from somebody else, nor told to be known: its owner reads of it, and no code is right', async () => {
    const [known, unknown] = [anAddress(), anAddress()]
    await aPerson(here.store, { email: known })
    const answerTo = async (to: string) => {
      const asked = await ask(to)
      const code = await door.app.request('/me/email/code', {
        headers: { cookie: `${headers.cookie}; ${cookiesOf(asked)}` },
      })
      const wrong = await enter('12', asked)
      const texts = [await asked.text(), await code.text(), await wrong.text()]
      return JSON.stringify([leadsTo(asked), [...asked.headers.keys()], wrong.status, ...texts])
        .replaceAll(to, 'ADDRESS')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}(?=<)/g, 'ID')
    }
    expect(await answerTo(known)).toBe(await answerTo(unknown))
    expect([codeTo(known), codeTo(unknown)]).toEqual([null, expect.stringMatching(/^\d{6}$/)])
  })

  it('that somebody came to go by meanwhile stays theirs', async () => {
    const to = anAddress()
    const asked = await ask(to)
    await aPerson(here.store, { email: to })
    const answer = await enter(codeTo(to) ?? '', asked)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('вже є обліковий запис')])
  })

  it('ends every other session of the person, whoever came in by the old mailbox, and nobody else’s', async () => {
    const isSignedIn = async (as: Headers) => (await door.app.request('/me', { headers: as })).status === 200
    const [elsewhere, neighbour] = [await door.signIn(email), await door.signIn(anAddress())]
    const to = anAddress()
    const asked = await ask(to)
    await enter('12', asked)
    expect(await isSignedIn(elsewhere)).toBe(true)
    expect(leadsTo(await enter(codeTo(to) ?? '', asked))).toEqual([303, '/me?address'])
    expect(await Promise.all([headers, elsewhere, neighbour].map(isSignedIn))).toEqual([true, false, true])
  })

  it('is asked for again when it is none, or the present one', async () => {
    for (const [to, says] of [
      ['nobody', 'не схоже на адресу'],
      [email, 'теперішня адреса'],
    ] as const) {
      const answer = await ask(to)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)])
    }
  })

  it('takes a code for this alone: one to sign in is none, and the other way about', async () => {
    const to = anAddress()
    const asked = await ask(to)
    const toChange = codeTo(to) ?? ''
    const signingIn = await door.app.request('/sign-in', sent({ email: to }))
    const toSignIn = codeTo(to) ?? ''
    if (toSignIn === toChange) return
    expect((await enter(toSignIn, asked)).status).toBe(422)
    const entered = await door.app.request(
      '/sign-in/code',
      sent({ code: toChange }, { origin, cookie: cookiesOf(signingIn) }),
    )
    expect(entered.status).toBe(422)
  })

  it('is the city’s to change for its staff', async () => {
    const member = { city_id: aGuide().city.id, email, role: 'moderator', organization_id: null } as const
    await here.store.whole.insertInto('membership').values(member).execute()
    expect(await page('/me/email')).toContain('вписано в налаштуваннях міста')
    expect((await ask(anAddress())).status).toBe(403)
  })

  it('may be asked for five times an hour with one address, counted with codes to sign in', async () => {
    const limited = aFrontDoor(here, { countTry: limitsOn(here.store, 'a secret') })
    const to = anAddress()
    const statuses: number[] = []
    for (const way of ['/sign-in', ...Array(5).fill('/me/email')]) statuses.push((await ask(to, limited, way)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  })

  it('is asked for in the language of the page, and says so when no letter can be sent', async () => {
    const to = anAddress()
    await ask(to, door, '/en/me/email')
    expect(door.codes.at(-1)).toMatchObject({ email: to, purpose: 'new_address', locale: 'en', minutes: 10 })
    const identity = { ...door.identity, sendAddressCode: () => Promise.reject(new Error('no letter')) }
    const failing = await ask(to, aFrontDoor(here, { identity }))
    expect(failing.status).toBe(503)
  })
})
