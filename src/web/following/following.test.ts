import { beforeAll, beforeEach, expect, it } from 'vitest'

import type { FollowKey, SubscriptionId } from '#src/domain/id.ts'
import { standingOf, stopBounced, stoppedAt } from '#src/store/mail-addresses.ts'
import { keepConsent } from '#src/store/people.ts'
import { paths } from '#src/web/routes.ts'
import { aGuide, pothole, southern } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, type Resident, type Sent } from '#test/some-reports.ts'
import { waitingJobs } from '#test/waiting-jobs.ts'
import { consentVersion } from '../account/consent.ts'

const { id: city } = aGuide().city
const to = paths('uk')
const ana = 'ana@people.example'

describeOnOne('the pages of following', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let report: Sent
  let reader: Resident

  beforeAll(async () => {
    here = meansOn(await open())
    app = anApp(here)
    report = await anAccepted(here)
    reader = await aPerson(here.store)
    const consent = { version: consentVersion, locale: 'uk', text: '', at: here.now() } as const
    await keepConsent(here.store.whole, reader.id, consent)
  })

  beforeEach(async () => {
    await here.store.whole.deleteFrom('follower').execute()
  })

  const subscriptions = () => here.store.whole.selectFrom('subscription').selectAll().execute()
  const page = async (path: string, headers = {}) => (await app.request(path, { headers })).text()

  it('offer of a report itself, what is around it, where it lies, its category, their group and its organization', async () => {
    const offered = await page(`${to.showFollow(city)}?report=${report.number}`)
    const values = [...offered.matchAll(/name="what" value="(\w+):/g)].map(([, kind]) => kind)
    expect(values).toEqual(['report', 'circle', 'area', 'area', 'category', 'group', 'organization'])
  })

  it('offer of a list what it is narrowed by, of a group all and each category, and of nothing nothing', async () => {
    const ofList = await page(`${to.showFollow(city)}?area=${southern}&category=streets&organization=nobody`)
    expect(ofList).toContain(`value="area:${southern}"`)
    expect(ofList).toContain('value="group:streets"')
    expect(ofList).toContain(`value="category:${pothole}"`)
    expect(ofList).not.toContain('value="organization:')
    expect(await page(`${to.showFollow(city)}?report=999`)).toContain('немає за чим стежити')
  })

  it('answer a known address and an unknown one alike, and ask by a letter', async () => {
    const ask = (email: string) => app.request(to.follow(city), sent({ what: `category:${pothole}`, email }))
    const before = await waitingJobs(here.store, 'send_confirmation')
    const answers = [await ask(`${reader.id}@people.example`), await ask('nobody@people.example')]
    expect(answers.map((one) => [one.status, one.headers.get('location')])).toEqual([
      [303, to.mailSent(city)],
      [303, to.mailSent(city)],
    ])
    expect(await waitingJobs(here.store, 'send_confirmation')).toBe(before + 2)
    expect((await subscriptions()).every(({ confirm_until }) => confirm_until !== null)).toBe(true)
  })

  it('keep what was chosen when the address is none, or the place lies elsewhere', async () => {
    const wrong = await app.request(
      `${to.follow(city)}?category=${pothole}`,
      sent({ what: `category:${pothole}`, frequency: 'daily', email: 'nope' }),
    )
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('value="nope"')
    expect(text).toMatch(/<option value="daily" selected/)
    const far = await app.request(to.follow(city), sent({ what: 'circle:10.0,10.0', email: ana }))
    expect(far.status).toBe(422)
  })

  it('let a person follow by one button, and change and end it on their own page', async () => {
    const followed = await app.request(to.follow(city), sent({ what: `report:${report.number}` }, as(reader)))
    expect(followed.headers.get('location')).toBe(`${to.me()}?followed#following`)
    const [one] = await subscriptions()
    const mine = await page(to.me(), as(reader))
    expect(mine).toContain(`звернення № ${report.number}`)
    const action = /action="([^"]*\/following\/[^"]*)"/.exec(mine)?.[1] ?? ''
    const act = (fields: Record<string, string>) =>
      app.request(action, sent({ subscription: one?.id ?? '', back: 'me', ...fields }, as(reader)))
    await act({ do: 'save', frequency: 'daily' })
    expect((await subscriptions()).map(({ frequency }) => frequency)).toEqual(['daily'])
    await act({ do: 'stop' })
    expect(await subscriptions()).toEqual([])
  })

  it('say on the report’s own page, and where more is offered, that it is followed, and end it from there', async () => {
    const path = to.report(city, report.number)
    expect(await page(path, as(reader))).toContain(`href="${to.showFollow(city)}?report=${report.number}"`)
    await app.request(to.follow(city), sent({ what: `report:${report.number}` }, as(reader)))
    await app.request(to.follow(city), sent({ what: `category:${pothole}` }, as(reader)))
    const offered = await page(`${to.showFollow(city)}?report=${report.number}`, as(reader))
    expect([...offered.matchAll(/name="subscription"/g)]).toHaveLength(1)
    const followed = await page(path, as(reader))
    const form = /<form method="post" action="([^"]+)" class="follows">(.*?)<\/form>/s.exec(followed)
    expect(form?.[2]).toContain('Ви стежите')
    const fields = [...(form?.[2] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ])
    const stopped = await app.request(form?.[1] ?? '', sent(Object.fromEntries(fields), as(reader)))
    expect([stopped.status, stopped.headers.get('location')]).toEqual([303, path])
    expect((await subscriptions()).map(({ category_id }) => category_id)).toEqual([pothole])
    expect(await page(path, as(await aPerson(here.store)))).not.toContain('Ви стежите')
  })

  it('end by a mail program’s click, from no page and without a session, what its letter was about, or all', async () => {
    for (const what of [`report:${report.number}`, `category:${pothole}`])
      await app.request(to.follow(city), sent({ what }, as(reader)))
    const key = await theKey()
    const [first, second] = await subscriptions()
    const click = (path: string) => app.request(path, sent({ 'List-Unsubscribe': 'One-Click' }, {}))
    expect((await click(`${to.changeFollowing(city, key)}?only=${first?.id}`)).status).toBe(200)
    expect((await subscriptions()).map(({ id }) => id)).toEqual([second?.id])
    expect(await (await click(to.changeFollowing(city, key))).text()).toContain('Ви ні за чим не стежите')
    expect(await here.store.whole.selectFrom('follower').selectAll().execute()).toEqual([])
  })

  it('end nothing of another by one’s own key', async () => {
    await app.request(to.follow(city), sent({ what: `report:${report.number}` }, as(reader)))
    const [other] = await subscriptions()
    await app.request(to.follow(city), sent({ what: `report:${report.number}`, email: ana }))
    const asked = (await subscriptions()).find(({ id }) => id !== other?.id)?.id as SubscriptionId
    const confirmed = await app.request(to.confirmFollow(city, asked), sent({}))
    const key = /following\/([0-9a-f-]{36})/.exec(confirmed.headers.get('location') ?? '')?.[1] as FollowKey
    await app.request(to.changeFollowing(city, key), sent({ do: 'stop', subscription: other?.id ?? '' }))
    expect((await subscriptions()).map(({ id }) => id)).toContain(other?.id)
  })

  it('say at the next visit that letters come back, once a letter’s own key told so, and mend it', async () => {
    const address = `${reader.id}@people.example`
    const { whole } = here.store
    const { returnKey } = await standingOf(whole, address, here.now())
    const tell = (key: string) =>
      app.request(to.returnedMail(), {
        method: 'POST',
        body: aBounce(key),
        headers: { 'content-type': 'message/rfc822' },
      })
    expect((await tell(crypto.randomUUID())).status).toBe(204)
    expect(await stoppedAt(whole, address)).toBeNull()
    expect((await tell(returnKey)).status).toBe(204)
    expect(await page(to.city(city), as(reader))).toContain(`Листи на ${address} повертаються`)
    const again = await app.request(to.tryMailAgain(), sent({}, as(reader)))
    expect(again.status).toBe(303)
    expect(await page(to.city(city), as(reader))).not.toContain('повертаються')
    await stopBounced(whole, address, here.now())
    expect(await page(to.me(), as(reader))).toContain('Надсилати знову')
  })

  async function theKey(): Promise<FollowKey> {
    return (await here.store.whole.selectFrom('follower').select('key').executeTakeFirstOrThrow()).key
  }
})

function aBounce(key: string): string {
  return [
    `To: bounces+${key.replaceAll('-', '')}@city.example`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
    '',
  ].join('\r\n')
}
