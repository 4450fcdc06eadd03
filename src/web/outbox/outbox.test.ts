import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#src/domain/examples.ts'
import * as people from '#src/store/people.ts'
import { findByDraft } from '#src/store/reports.ts'
import { consentVersion } from '#src/web/account/consent.ts'
import { aGuide, paidParking } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto } from '#test/some-reports.ts'
import { markOf } from '../viewer.ts'
import { triedFrom } from './send-entry.ts'
import { writtenBy } from './told-outbox.ts'

describeOnOne('a form from a device’s outbox', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const aResident = async () => {
    const person = await aPerson(here.store)
    const consent = { version: consentVersion, locale: 'uk', text: '', at: day(0) } as const
    await people.keepConsent(here.store.whole, person.id, consent)
    return person
  }
  const fields = { category: 'water-leak', address: 'вул. Київська, 12', description: 'Тече вода з люка біля сходів' }
  const send = (path: string, typed: Record<string, string>, headers: Record<string, string>) =>
    app.request(path, sent(typed, { ...headers, accept: 'application/json' }))
  const tried = async (answer: Response) =>
    triedFrom(answer.status, Number(answer.headers.get('retry-after')), await answer.text())

  it('is told the number of the one report that it makes, however often it comes', async () => {
    const [who, key] = [await aResident(), aKey()]
    const first = await tried(await send('/zhytomyr/reports/new', { ...fields, key }, as(who)))
    const again = await tried(await send('/zhytomyr/reports/new', { ...fields, key }, as(who)))
    const report = await findByDraft(here.store.of(aGuide().city.id), key)
    expect([first, again]).toMatchObject([
      { kind: 'sent', number: report?.number },
      { kind: 'sent', number: report?.number },
    ])
  })

  it('is told why it is not taken', async () => {
    const refused = await send(
      '/zhytomyr/reports/new',
      { ...fields, key: aKey(), description: 'Яма' },
      as(await aResident()),
    )
    expect(refused.status).toBe(422)
    expect(await tried(refused)).toEqual({
      kind: 'refused',
      words: [expect.stringContaining('щонайменше 10\u00a0знаків')],
      ofFiles: false,
    })
    const { number, author } = await anAccepted(here)
    const late = await send(`/zhytomyr/reports/${number}/answer`, { key: aKey(), note: 'Тут' }, as(author))
    expect(late.status).toBe(409)
    expect(await tried(late)).toMatchObject({
      kind: 'refused',
      words: [expect.stringContaining('статус звернення змінився')],
    })
  })

  it.each([
    ['category', { category: paidParking }, 'За цією категорією звернення зараз не приймаються. Оберіть іншу.'],
    ['city', { category: 'gone-since' }, 'За цією категорією звернення зараз не приймаються. Оберіть іншу.'],
    [
      'place',
      { lng: '30.52', lat: '50.45' },
      'Ця точка за межами міста. Пересуньте її або приберіть і опишіть місце словами.',
    ],
  ])('is told of a %s that takes it no more, and opens with that and all that was written', async (_, changed, why) => {
    const who = await aResident()
    const key = aKey()
    await aWaitingPhoto(here, key)
    const form = { ...fields, ...changed, key }
    const told = await tried(await send('/zhytomyr/reports/new', form, as(who)))
    expect(told).toEqual({ kind: 'refused', words: [why], ofFiles: false })

    const opened = await app.request('/zhytomyr/reports/new', sent(form, as(who)))
    expect(opened.status).toBe(422)
    const html = await opened.text()
    for (const words of [why, fields.address, fields.description, key, 'data-media']) expect(html).toContain(words)
  })

  it('waits until somebody signs in, and is taken from nobody but who wrote it', async () => {
    const key = aKey()
    expect(
      await tried(await send('/zhytomyr/reports/new', { ...fields, key }, { origin: 'http://open.example' })),
    ).toEqual({
      kind: 'sign_in',
    })
    const [author, other] = [await aResident(), await aResident()]
    const markOfAuthor = await markFor(author)
    const asOther = await send('/zhytomyr/reports/new', { ...fields, key }, { ...as(other), [writtenBy]: markOfAuthor })
    const asNobody = await send(
      '/zhytomyr/reports/new',
      { ...fields, key },
      { origin: 'http://open.example', [writtenBy]: markOfAuthor },
    )
    expect([asOther.status, asNobody.status]).toEqual([403, 403])
    expect([await tried(asOther), await tried(asNobody)]).toEqual([{ kind: 'sign_in' }, { kind: 'sign_in' }])
    expect(await findByDraft(here.store.of(aGuide().city.id), key)).toBeNull()
    const asAuthor = await send(
      '/zhytomyr/reports/new',
      { ...fields, key },
      { ...as(author), [writtenBy]: markOfAuthor },
    )
    expect(await tried(asAuthor)).toMatchObject({ kind: 'sent' })
  })

  it('keeps when it was written, where that was well before it came, and a clock can be right', async () => {
    const shown = async (hours: number) => {
      const [who, key] = [await aResident(), aKey()]
      const written_at = here
        .now()
        .subtract({ minutes: Math.round(hours * 60) })
        .toString({ fractionalSecondDigits: 3 })
      const sentOne = await tried(await send('/zhytomyr/reports/new', { ...fields, key, written_at }, as(who)))
      const { number } = sentOne as { number: number }
      return (await app.request(`/zhytomyr/reports/${number}`, { headers: as(who) })).text()
    }
    const madeUp = { ...fields, key: aKey(), written_at: '2026-13-99T77:00:00.000Z' }
    expect(await tried(await send('/zhytomyr/reports/new', madeUp, as(await aResident())))).toMatchObject({
      kind: 'sent',
    })
    expect(await shown(26)).toContain('Написано без з’єднання')
    for (const hours of [0.1, -3, 24 * 32]) expect(await shown(hours)).not.toContain('Написано без з’єднання')
  })

  it('is told that an act was done', async () => {
    const { number, author } = await aSubmitted(here)
    const answer = await send(`/zhytomyr/reports/${number}/withdraw`, { key: aKey() }, as(author))
    expect(await tried(answer)).toMatchObject({ kind: 'sent', number: null })
  })

  async function markFor({ id }: Awaited<ReturnType<typeof aResident>>): Promise<string> {
    const person = await people.find(here.store.whole, id)
    if (!person) throw new Error('nobody')
    return markOf({ kind: 'person', ...person }) ?? ''
  }
})

describe('what an answer says of an entry', () => {
  it.each([
    ['a page of somebody in between', 200, '<html>Прийміть умови мережі</html>', 0],
    ['a proxy whose server is away', 502, 'Bad Gateway', 0],
    ['our server when its database is away', 503, '{"problem":"paused","requestId":"1"}', 30],
    ['that so much came at once', 429, '{"problem":"too_many","requestId":"1"}', 60],
  ])('is, of %s, that it goes once more later', (_, status, text, seconds) => {
    expect(triedFrom(status, seconds, text)).toEqual({ kind: 'later', seconds })
  })

  it('is that files are to blame where they waited too long', () => {
    const told = { problems: [{ field: 'files', words: 'Додайте його ще раз.' }] }
    expect(triedFrom(422, 0, JSON.stringify(told))).toMatchObject({ kind: 'refused', ofFiles: true })
  })
})
