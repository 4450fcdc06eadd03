import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPictures } from '#src/bin/open-pictures.ts'

import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { aDraft, aModerator, anAct, anAppeal, anOfficer, waterUtility } from '#src/domain/examples.ts'
import type { DraftKey, PersonId } from '#src/domain/id.ts'
import type { Means } from '#src/operations/means.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { stopSupport, supportReport } from '#src/operations/support-report.ts'
import type { Mail } from '#src/outside/mail.ts'
import { mailbox } from '#src/outside/mailbox.ts'
import { ensure, erase } from '#src/store/people.ts'
import { findLive, hashOf } from '#src/store/private-links.ts'
import type { Store } from '#src/store/store.ts'
import { ofCity } from '#src/store/versions.ts'
import { aGuide, cityLight, roadWorks } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as testMeans } from '#test/means.ts'
import { announceEvent } from './announce-event.ts'
import { someAddresses } from './examples.ts'
import type { Parts } from './parts.ts'
import { sendNotice } from './send-notice.ts'

const guide = aGuide()
const city = guide.city.id
const at = Temporal.Instant.from('2026-01-05T10:00Z')
const quiet = { info: () => {}, warn: () => {} }

let store: Store
let means: Means
let author: Extract<Actor, { kind: 'resident' }>
let number: number

describeOnBoth('the jobs that follow an event', (open) => {
  beforeAll(async () => {
    store = await open()
    means = testMeans(store, { now: at })
  })

  beforeEach(async () => {
    const id = crypto.randomUUID() as PersonId
    await ensure(store.whole, { id, email: `${id}@example.com`, firstName: 'Олена', lastName: 'К.', locale: 'uk' })
    author = { kind: 'resident', id }
    const sent = await submitReport(means, guide, aDraft(), author)
    if (!sent.ok) throw new Error('Not submitted')
    number = sent.value
  })

  describe('announcing an event', () => {
    it('makes one notice for each hearer, however often it is done', async () => {
      const seq = await move(anAct('approve'), aModerator())
      await Promise.all([1, 2, 3].map(() => announceEvent(means, { city, seq })))
      const notices = await noticesOf(seq)
      expect(notices.map((notice) => notice.person_id ?? notice.organization_id).sort()).toEqual(
        [author.id, waterUtility].sort(),
      )
    })

    it('makes as many jobs as notices, and both in one transaction', async () => {
      const seq = await move(anAct('approve'), aModerator())
      const failing = { ...store.queue, send: () => Promise.reject(new Error('No queue')) }
      await expect(announceEvent({ ...means, store: { ...store, queue: failing } }, { city, seq })).rejects.toThrow()
      expect(await noticesOf(seq)).toEqual([])

      const sent: string[] = []
      const counting: Store['queue'] = { ...store.queue, send: async (_tx, name) => void sent.push(name) }
      await announceEvent({ ...means, store: { ...store, queue: counting } }, { city, seq })
      await announceEvent({ ...means, store: { ...store, queue: counting } }, { city, seq })
      expect(sent.filter((name) => name === 'send_notice')).toHaveLength(2)
      // Told twice to tell all who follow, they are told once, and so are devices.
      expect(new Set(sent)).toEqual(new Set(['send_notice', 'tell_followers', 'tell_devices']))
    })

    it('tells each of two organizations its own step, when both happened before the first was announced', async () => {
      const approved = await move(anAct('approve'), aModerator())
      const passed = await move(anAct('assign', cityLight), anOfficer())
      const taken = await move(anAct('assign', waterUtility), aModerator())
      for (const seq of [approved, passed, taken]) await announceEvent(means, { city, seq })
      const told = async (seq: number) => (await noticesOf(seq)).flatMap(({ organization_id: id }) => id ?? []).sort()
      const all = [await told(approved), await told(passed), await told(taken)]
      expect(all).toEqual([[waterUtility], [cityLight], [cityLight, waterUtility]])
    })

    it('tells nobody of what nobody hears', async () => {
      await move(anAct('approve'), aModerator())
      const seq = await move(anAct('note'), aModerator())
      await announceEvent(means, { city, seq })
      expect(await noticesOf(seq)).toEqual([])
    })
  })

  describe('sending a notice', () => {
    it('sends one letter, however often it is done', async () => {
      const { mail, send } = box()
      const [notice = ''] = await announced(anAct('approve'), aModerator(), 'person')
      await send(notice)
      await send(notice)
      const [letter] = mail.letters()
      expect(mail.letters()).toHaveLength(1)
      expect(letter).toMatchObject({ to: `${author.id}@example.com`, messageId: `<${notice}@city.example>` })
      expect(letter?.subject).toBe(`№ ${number}: прийнято до розгляду`)
    })

    it('tells a supporter what it came to, with a way out by one click, and nobody who has left since', async () => {
      await move(anAct('approve'), aModerator())
      const [staying, leaving] = [await aSupporter(), await aSupporter()]
      const seq = await move(anAct('resolve'), anOfficer())
      await announceEvent(means, { city, seq })
      await stopSupport(means, city, number, leaving)
      const { mail, send } = box()
      for (const notice of await noticesOf(seq)) await send(notice.id)
      const told = mail.letters().filter(({ to }) => to !== `${author.id}@example.com`)
      expect(told.map(({ to }) => to)).toEqual([`${staying}@example.com`])
      expect(told[0]?.text).toContain('підтримали')
      const wayOut = told[0]?.headers?.['List-Unsubscribe']?.slice(1, -1) ?? ''
      expect(wayOut).toMatch(/^https:\/\/city\.example\/zhytomyr\/support\/[0-9a-f-]{36}$/)
      expect(told[0]?.text).toContain(wayOut)
      expect(told[0]?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    })

    it('tells no supporter of a report that its author has withdrawn meanwhile', async () => {
      await move(anAct('approve'), aModerator())
      await aSupporter()
      const seq = await move(anAct('resolve'), anOfficer())
      await announceEvent(means, { city, seq })
      for (const act of ['reopen', 'withdraw'] as const) await move(anAct(act), author)
      const { mail, send } = box()
      for (const notice of await noticesOf(seq)) await send(notice.id)
      expect(mail.letters().map(({ to }) => to)).toEqual([`${author.id}@example.com`])
    })

    it('gives up when the address will never work, and says so in the log without it', async () => {
      const [notice = ''] = await announced(anAct('approve'), aModerator(), 'person')
      const warn = vi.fn()
      await sendNotice(
        { ...box().parts, mail: { send: async () => 'refused' }, log: { ...quiet, warn } },
        { city, notice },
      )
      expect(await noticeOf(notice)).toMatchObject({ sent_at: null, failed_at: expect.any(Date) })
      expect(JSON.stringify(warn.mock.calls)).not.toContain('example.com')

      const { mail, send } = box()
      await send(notice)
      expect(mail.letters()).toEqual([])
    })

    it('waits for another try after a passing failure, under the same identity', async () => {
      const [notice = ''] = await announced(anAct('approve'), aModerator(), 'person')
      const busy: Mail = { send: () => Promise.reject(new Error('450')) }
      await expect(sendNotice({ ...box().parts, mail: busy }, { city, notice })).rejects.toThrow('450')
      expect(await noticeOf(notice)).toMatchObject({ sent_at: null, failed_at: null })

      const { mail, send } = box()
      await send(notice)
      expect(mail.letters().map(({ messageId }) => messageId)).toEqual([`<${notice}@city.example>`])
      expect(await noticeOf(notice)).toMatchObject({ sent_at: new Date(at.epochMilliseconds) })
    })

    it('sends nothing to a person who erased the account meanwhile', async () => {
      const { mail, send } = box()
      const [notice = ''] = await announced(anAct('approve'), aModerator(), 'person')
      await erase(store.whole, author.id)
      await send(notice)
      expect(mail.letters()).toEqual([])
    })

    it('gives an organization without officers the whole report and a link; the link of the last letter works', async () => {
      const [notice = ''] = await announced(anAct('approve', roadWorks), aModerator(), 'organization')
      const first = box()
      const dies: Mail = { send: (letter) => first.mail.send(letter).then(() => Promise.reject(new Error('Killed'))) }
      await expect(sendNotice({ ...first.parts, mail: dies }, { city, notice })).rejects.toThrow('Killed')
      const second = box()
      await second.send(notice)

      const [lost, working] = [first, second].map(({ mail }) => secretIn(mail.letters().at(0)?.text))
      expect(await findLive(store.of(city), hashOf(lost ?? ''), at)).toBeNull()
      expect(await findLive(store.of(city), hashOf(working ?? ''), at)).toMatchObject({ id: notice, number })
      expect(await findLive(store.of(city), hashOf(working ?? ''), at.add({ hours: 61 * 24 }))).toBeNull()
      const [letter] = second.mail.letters()
      expect(letter?.to).toBe('office@roads.example')
      expect(letter?.text).toContain('Опис: Тече вода з люка')
      expect(letter?.messageId).toBe(first.mail.letters().at(0)?.messageId)
    })

    it('gives an organization with officers a link to the desk and makes no private one', async () => {
      const { mail, send } = box()
      const [notice = ''] = await announced(anAct('approve', cityLight), aModerator(), 'organization')
      await send(notice)
      expect(mail.letters().at(0)?.text).toContain(`https://city.example/zhytomyr/desk/${number}`)
      expect(secretIn(mail.letters().at(0)?.text)).toBeUndefined()
    })

    it('attaches the electronic message to the letter that hands a report over, and to no other', async () => {
      const { mail, send } = box()
      const [handing = ''] = await announced(anAct('approve'), aModerator(), 'organization')
      await send(handing)
      await move(anAct('ask'), anOfficer())
      const [answered = ''] = await announced(anAct('answer'), author, 'organization')
      await send(answered)
      const name = `povidomlennia-${number}.pdf`
      expect(mail.letters().map(({ attachments }) => attachments?.map((one) => one.name))).toEqual([undefined, [name]])
      expect(mail.letters()[1]?.attachments?.[0]?.size).toBeGreaterThan(20_000)
    })

    it('says of a formal appeal where its addressee finds who appeals, and not who it is', async () => {
      const appeal = anAppeal()
      const sent = await submitReport(means, guide, aDraft({ appeal }), { kind: 'resident', id: author.id })
      if (!sent.ok) throw new Error('Not sent')
      number = sent.value
      const made: unknown[] = []
      const { mail, parts } = box()
      const [notice = ''] = await announced(anAct('approve'), aModerator(), 'organization')
      const message = async (asked: unknown) => {
        made.push(asked)
        return null
      }
      await sendNotice({ ...parts, message }, { city, notice })
      expect(made).toMatchObject([{ number, appeal: 'apart' }])
      const letter = JSON.stringify(mail.letters())
      expect(letter).toContain('Це звернення за Законом')
      for (const part of Object.values(appeal)) expect(letter).not.toContain(part)
    })

    it('makes no private link when the report was passed on meanwhile', async () => {
      const { mail, send } = box()
      const [notice = ''] = await announced(anAct('approve', roadWorks), aModerator(), 'organization')
      await move(anAct('assign', cityLight), anOfficer(roadWorks))
      await send(notice)
      expect(mail.letters().at(0)?.text).toContain('передано іншій організації')
      expect(secretIn(mail.letters().at(0)?.text)).toBeUndefined()
    })

    it('puts the question before the answer, and names the report that another was merged into', async () => {
      const { mail, send } = box()
      await move(anAct('approve'), aModerator())
      await move(anAct('ask'), anOfficer())
      const [answered = ''] = await announced(anAct('answer'), author, 'organization')
      await send(answered)
      expect(mail.letters().at(0)?.text).toContain('> З якого саме люка?')

      const main = await store
        .of(city)
        .db.selectFrom('report')
        .select(['id', 'number'])
        .where('public', '=', true)
        .where('number', '<>', number)
        .executeTakeFirstOrThrow()
      const [merged = ''] = await announced({ kind: 'merge', into: main.id }, aModerator(), 'person')
      await send(merged)
      expect(mail.letters().at(0)?.subject).toBe(`№ ${number}: об’єднано зі зверненням № ${main.number}`)
    })
  })
})

function box() {
  const mail = mailbox(() => at)
  const { message } = openPictures(means, 'https://city.example')
  const guides = new Map([[city, guide]])
  const parts: Parts = { means, mail, message, guides, addresses: someAddresses, log: quiet }
  return { mail, parts, send: (notice: string) => sendNotice(parts, { city, notice }) }
}

/** The act done, and the number of its event. */
async function move(act: Act, by: Actor): Promise<number> {
  const moved = await moveReport(means, guide, { number, act, key: crypto.randomUUID() as DraftKey }, by)
  if (!moved.ok) throw new Error(JSON.stringify(moved.problem))
  return ofCity(store.of(city))
}

async function aSupporter(): Promise<PersonId> {
  const id = crypto.randomUUID() as PersonId
  await ensure(store.whole, { id, email: `${id}@example.com`, firstName: 'Ганна', lastName: 'К.', locale: 'uk' })
  const supported = await supportReport(means, city, number, id)
  if (!supported.ok) throw new Error(supported.problem)
  return id
}

async function announced(act: Act, by: Actor, to: 'person' | 'organization'): Promise<readonly string[]> {
  const seq = await move(act, by)
  await announceEvent(means, { city, seq })
  return (await noticesOf(seq))
    .filter((notice) => (notice.person_id !== null) === (to === 'person'))
    .map(({ id }) => id)
}

async function noticesOf(seq: number) {
  return store.whole.selectFrom('notice').selectAll().where('city_id', '=', city).where('event_seq', '=', seq).execute()
}

async function noticeOf(id: string) {
  return store.whole.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst()
}

function secretIn(text: string | undefined): string | undefined {
  return /\/answer\/(\S+)/.exec(text ?? '')?.[1]
}
