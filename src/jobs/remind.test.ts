import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { aDraft, aModerator, anAct, anOfficer, aResident, waterUtility } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, PersonId } from '#src/domain/id.ts'
import { moveReport } from '#src/operations/move-report.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { type Kept, mailbox } from '#src/outside/mailbox.ts'
import { wish } from '#src/store/overdue-wishes.ts'
import { ensure } from '#src/store/people.ts'
import type { Store } from '#src/store/store.ts'
import { aGuide, cityLight, roadWorks } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { type TestMeans, means as testMeans } from '#test/means.ts'
import { someAddresses } from './examples.ts'
import type { Parts } from './parts.ts'
import { remind } from './remind.ts'
import { sendReminder } from './send-reminder.ts'

const plain = aGuide()
const { id: city } = plain.city
const guide: Guide = {
  ...plain,
  city: { ...plain.city, email: 'control@city.example' },
  organizations: new Map(
    [...plain.organizations].map(([id, one]) => [
      id,
      id === waterUtility ? { ...one, headEmail: 'head@water.example' } : one,
    ]),
  ),
}

let store: Store
let here: TestMeans
let mail: ReturnType<typeof mailbox>
let parts: Omit<Parts, 'message'>

describeOnBoth('reminders', (open) => {
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await sql`truncate report, report_event, reminder cascade`.execute(store.whole)
    here = testMeans(store)
    mail = mailbox(here.now)
    const log = { info: () => {}, warn: () => {} }
    parts = { means: here, mail, guides: new Map([[city, guide]]), addresses: someAddresses, log }
  })

  it('are sent to an organization 10, 3 and 0 working days before, then to its head and to the city, each once', async () => {
    const number = await accepted('2026-06-01T12:00') // due on 1 July, a Wednesday
    const told: string[] = []
    for (const day of ['06-16', '06-17', '06-18', '06-25', '06-26', '06-29', '07-01', '07-02', '07-03', '07-06']) {
      for (const letter of await sentAt(`2026-${day}T09:00`)) told.push(`${day} ${letter.to}: ${letter.subject}`)
      expect(await sentAt(`2026-${day}T17:00`), day).toEqual([])
    }
    expect(told.filter((line) => !line.includes('Строки тижня'))).toEqual([
      `06-17 office@water.example: № ${number}: на відповідь залишилося 10 робочих днів`,
      `06-26 office@water.example: № ${number}: на відповідь залишилося 3 робочі дні`,
      `07-01 office@water.example: № ${number}: сьогодні останній день для відповіді`,
      `07-02 control@city.example: № ${number}: відповідь прострочено на 1 день`,
      `07-02 head@water.example: № ${number}: відповідь прострочено на 1 день`,
    ])
    expect(told.filter((line) => line.includes('Строки тижня')).map((line) => line.slice(0, 5))).toEqual([
      '06-29',
      '07-06',
    ])
  })

  it('of what is overdue come to each administrator who wishes it too, once, and not twice to one address', async () => {
    const administrator = async (email: string) => {
      const known = { id: crypto.randomUUID() as PersonId, email, firstName: 'Н', lastName: 'Г', locale: 'uk' } as const
      const id = await ensure(store.whole, known)
      await wish(store.whole, id, [city])
      return { city_id: city, email, role: 'administrator', organization_id: null } as const
    }
    const wishing = [await administrator('nina@city.example'), await administrator('control@city.example')]
    await administrator('gone@city.example')
    await store.whole.insertInto('membership').values(wishing).execute()
    await accepted('2026-06-01T12:00')
    for (const time of ['07-02T09:00', '07-02T12:00', '07-03T09:00']) {
      const told = (await reportsTold(`2026-${time}`)).map(({ to }) => to)
      const all = ['control@city.example', 'head@water.example', 'nina@city.example']
      expect(told.toSorted()).toEqual(time === '07-02T09:00' ? all : [])
    }
    await store.whole.deleteFrom('overdue_wish').execute()
  })

  it('are one to whoever slept over all of them', async () => {
    await accepted('2026-06-01T12:00')
    expect((await reportsTold('2026-06-27T09:00')).map(({ to }) => to)).toEqual([]) // a Saturday
    const [letter, ...more] = await reportsTold('2026-06-29T09:00')
    expect([letter?.subject, more]).toEqual([expect.stringContaining('2 робочі дні'), []])
    expect(await reportsTold('2026-06-30T09:00')).toEqual([])
  })

  it('are made once by workers that remind at the same time', async () => {
    await accepted('2026-06-01T12:00')
    here.clock.at = moment('2026-07-02T09:00')
    await Promise.all([1, 2, 3].map(() => remind(parts)))
    const rows = await store.whole
      .selectFrom('reminder')
      .select('recipient')
      .where('report_id', 'is not', null)
      .execute()
    expect(rows.map(({ recipient }) => recipient).sort()).toEqual(['city', 'head'])
  })

  it('exist with their jobs or not at all', async () => {
    await accepted('2026-06-01T12:00')
    here.clock.at = moment('2026-07-02T09:00')
    const failing = { ...store.queue, sendAll: () => Promise.reject(new Error('No queue')) }
    const broken = { ...parts, means: { ...here, store: { ...store, queue: failing } } }
    await expect(remind(broken)).rejects.toThrow('No queue')
    expect(await store.whole.selectFrom('reminder').select('id').execute()).toEqual([])
    expect(await reportsTold('2026-07-02T09:30')).toHaveLength(2)
  })

  it('begin anew with a day that is extended, but for the points that it had come to', async () => {
    const number = await accepted('2026-06-01T12:00')
    await reportsTold('2026-06-26T09:00')
    await move(
      number,
      { ...anAct('extend'), until: Temporal.PlainDate.from('2026-07-10') },
      anOfficer(),
      '2026-06-26T10:00',
    )
    expect(await reportsTold('2026-06-26T11:00')).toEqual([]) // ten working days are left
    expect(await reportsTold('2026-07-03T09:00')).toEqual([]) // five
    expect((await reportsTold('2026-07-07T09:00'))[0]?.subject).toContain('3 робочі дні')
    expect((await reportsTold('2026-07-13T09:00')).map(({ to }) => to)).toHaveLength(2)
  })

  it('are none for a report that is closed, and go to whom it was passed on when it was in between', async () => {
    const [closed, passed] = [await accepted('2026-06-01T12:00'), await accepted('2026-06-01T12:00')]
    await made('2026-06-17T09:00')
    await move(closed, anAct('resolve'), anOfficer(), '2026-06-17T09:10')
    await move(passed, anAct('assign', roadWorks), anOfficer(), '2026-06-17T09:10')
    expect(await send()).toEqual([])
    const [letter, ...more] = await reportsTold('2026-06-17T10:00')
    expect([letter?.to, more]).toEqual(['office@roads.example', []])
    // It has no officers: its reminder holds all that it needs.
    expect(letter?.text).toContain('https://city.example/zhytomyr/answer/')
    expect(await reportsTold('2026-07-02T09:00')).toHaveLength(2)
    expect(mail.letters().filter(({ subject }) => subject.startsWith(`№ ${closed}:`))).toEqual([])
  })

  it('tell an organization that names no head of itself, and the city', async () => {
    const number = await accepted('2026-06-01T12:00')
    await move(number, anAct('assign', cityLight), anOfficer(), '2026-06-02T12:00')
    expect((await reportsTold('2026-07-02T09:00')).map(({ to }) => to)).toEqual([
      'control@city.example',
      'office@light.example',
    ])
  })

  it('wait while the author is waited for, where the city stops the term', async () => {
    const stopping = { ...guide, city: { ...guide.city, policy: { ...guide.city.policy, waitingStopsTerm: true } } }
    parts = { ...parts, guides: new Map([[city, stopping]]) }
    const number = await accepted('2026-06-01T12:00')
    await move(number, anAct('ask'), anOfficer(), '2026-06-16T12:00')
    expect(await reportsTold('2026-07-02T09:00')).toEqual([])
  })

  describe('of a week', () => {
    it('name what is due and what is late, the most urgent first, to those who owe something', async () => {
      const late = await accepted('2026-06-01T12:00')
      const due = await accepted('2026-06-07T12:00') // due on 7 July
      const later = await accepted('2026-06-20T12:00')
      const [letter, ...more] = (await sentAt('2026-07-06T09:00')).filter(isDigest)
      expect([letter?.to, more]).toEqual(['office@water.example', []])
      expect(letter?.subject).toBe('Строки тижня: 1 звернення, ще 1 прострочено')
      const named = [...(letter?.text.matchAll(/^Звернення № (\d+)/gm) ?? [])].map(([, number]) => Number(number))
      expect(named).toEqual([late, due])
      expect(named).not.toContain(later)
      expect(letter?.text).toContain('https://city.example/zhytomyr/desk\n')
      await accepted('2026-06-08T12:00')
      expect((await sentAt('2026-07-07T09:00')).filter(isDigest)).toEqual([])
    })

    it('come on the first working day, and later in the week when nobody was awake', async () => {
      await accepted('2026-06-01T12:00')
      expect((await sentAt('2026-07-05T12:00')).filter(isDigest)).toEqual([]) // a Sunday
      expect((await sentAt('2026-07-08T09:00')).filter(isDigest)).toHaveLength(1)
      expect((await sentAt('2026-07-13T07:00')).filter(isDigest)).toEqual([])
      expect((await sentAt('2026-07-13T08:00')).filter(isDigest)).toHaveLength(1)
    })
  })
})

function isDigest({ subject }: Kept): boolean {
  return subject.startsWith('Строки тижня')
}

function moment(time: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(time).toZonedDateTime(guide.city.timeZone).toInstant()
}

/** The number of a report that the water utility has to answer within a month. */
async function accepted(time: string): Promise<number> {
  const author = aResident()
  await ensure(store.whole, {
    id: author.id,
    email: `${author.id}@example.com`,
    firstName: 'О',
    lastName: 'К',
    locale: 'uk',
  })
  here.clock.at = moment(time)
  const sent = await submitReport(here, guide, aDraft(), author)
  if (!sent.ok) throw new Error('Not submitted')
  await move(sent.value, anAct('approve'), aModerator(), time)
  return sent.value
}

async function move(number: number, act: Act, actor: Actor, time: string): Promise<void> {
  here.clock.at = moment(time)
  const moved = await moveReport(here, guide, { number, act, key: crypto.randomUUID() as DraftKey }, actor)
  if (!moved.ok) throw new Error(moved.problem.kind)
}

async function made(time: string): Promise<void> {
  here.clock.at = moment(time)
  await remind(parts)
}

/** Sends whatever waits; the letters, in the order of their addresses. */
async function send(): Promise<readonly Kept[]> {
  const before = mail.letters().length
  const waiting = await store.whole
    .selectFrom('reminder')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('moot', '=', false)
    .execute()
  for (const { id } of waiting) await sendReminder(parts, { city, reminder: id })
  const sent = mail.letters().slice(0, mail.letters().length - before)
  return sent.toSorted((one, other) => (one.to < other.to ? -1 : 1))
}

async function sentAt(time: string): Promise<readonly Kept[]> {
  await made(time)
  return send()
}

async function reportsTold(time: string): Promise<readonly Kept[]> {
  return (await sentAt(time)).filter((letter) => !isDigest(letter))
}
