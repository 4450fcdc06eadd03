import { expect } from 'vitest'

import { aPhoto } from '#test/odd-images.ts'
import { actAt, actBy, actForm, city, newReport, reportForm } from '../forms.ts'
import type { Attack, Group, Row } from '../row.ts'
import { sendFile } from '../upload.ts'
import { type Answer, aVisitor, signIn, type Visitor } from '../visitor.ts'
import { uk } from '../words.ts'

const photo = (more = 0) =>
  aPhoto(60 + more, 40)
    .jpeg()
    .toBuffer()
const times = (count: number, send: (index: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, index) => send(index)))
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)

/** Somebody new, who has signed in and said who they are. */
async function newcomer({ house }: Attack, email: string): Promise<Visitor> {
  const visitor = aVisitor(house.origin)
  await signIn(visitor, email, house.letters)
  return visitor
}

/** Asks for a code, and reads it. */
async function withCode({ house }: Attack, email: string): Promise<{ visitor: Visitor; code: string }> {
  const visitor = aVisitor(house.origin)
  await visitor.post('/sign-in', [['email', email]])
  const letter = (await house.letters()).find(({ to }) => to === email)
  return { visitor, code: /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '' }
}

const files: Row[] = [
  {
    name: 'twelve photos at once, for one form',
    async send({ stranger }) {
      const visitor = stranger()
      const key = crypto.randomUUID()
      const answers = await times(12, async (index) => sendFile(visitor, await photo(index), key))
      expect(new Set(statuses(answers)).isSubsetOf(new Set([201, 422]))).toBe(true)
      return visitor.post(newReport, reportForm({ key, category: '' }))
    },
    status: 422,
    says: uk('form.problem.category_missing'),
    after: async ({ text }) => expect(text.split('data-media="').length - 1).toBe(5),
  },
  {
    name: 'the same photo twelve times at once, for one form',
    async send({ stranger }) {
      const visitor = stranger()
      const key = crypto.randomUUID()
      const bytes = await photo()
      const answers = await times(12, () => sendFile(visitor, bytes, key))
      expect(new Set(answers.map(({ text }) => JSON.parse(text).id)).size).toBe(1)
      return visitor.post(newReport, reportForm({ key, category: '' }))
    },
    status: 422,
    says: uk('form.problem.category_missing'),
    after: async ({ text }) => expect(text.split('data-media="').length - 1).toBe(1),
  },
  {
    name: 'twenty photos at once, each for a form of its own',
    async send({ stranger }) {
      const bytes = await aPhoto(1200, 900).jpeg().toBuffer()
      const answers = await times(20, () => sendFile(stranger(), bytes))
      expect(new Set(statuses(answers)).isSubsetOf(new Set([201, 503]))).toBe(true)
      return answers.find(({ status }) => status === 201) ?? (answers[0] as Answer)
    },
    status: 201,
  },
  {
    name: 'a photo taken away while it is sent',
    async send({ stranger }) {
      const visitor = stranger()
      const key = crypto.randomUUID()
      const sent = await sendFile(visitor, await photo(), key)
      const { id } = JSON.parse(sent.text)
      const form = reportForm({ key, media: id })
      const [answer] = await Promise.all([
        visitor.post(newReport, form),
        visitor.send(`${city}/uploads/${id}?key=${key}`, { method: 'DELETE' }),
      ])
      return answer
    },
    status: [303, 422],
  },
]

const reports: Row[] = [
  {
    name: 'the same report ten times at once',
    async send({ third }) {
      const form = reportForm({ description: 'Десять разів одразу' })
      const answers = await times(10, () => third.post(newReport, form))
      expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
      return answers[0] as Answer
    },
    status: 303,
  },
  {
    name: 'the same act ten times at once',
    async send(attack) {
      const form = actForm({ note: 'Одразу десять нотаток' })
      expect(new Set(statuses(await times(10, () => actAt(attack.moderator, attack, 'note', form))))).toEqual(
        new Set([303]),
      )
      return attack.moderator.get(`${city}/desk/${attack.report}`)
    },
    status: 200,
    after: async ({ text }) => expect(text.split('Одразу десять нотаток').length - 1).toBe(1),
  },
  {
    name: 'one key for acts on two reports at once',
    async send(attack) {
      const sent = await attack.third.post(newReport, reportForm({ description: 'Другий тротуар за рогом' }))
      const second = Number(/\/reports\/(\d+)/.exec(sent.headers.get('location') ?? '')?.[1])
      const answers = await times(10, (index) => {
        const form = actForm({ key: '5b6f8b0e-1111-4222-8333-944455556666', note: 'Один ключ на двох' })
        return actAt(attack.moderator, { ...attack, report: index % 2 ? second : attack.report }, 'note', form)
      })
      for (const { status } of answers) expect(status).toBeLessThan(500)
      return answers[0] as Answer
    },
    status: [303, 409, 422],
  },
  {
    name: 'a report and an act under one key, with one photo for both',
    async send(attack) {
      const key = crypto.randomUUID()
      await sendFile(attack.third, await photo(), key)
      await actAt(attack.officer, attack, 'ask', actForm({ note: 'Який під’їзд?' }))
      const answers = await Promise.all([
        attack.third.post(newReport, reportForm({ key, description: 'Фото на двох одразу' })),
        actBy(attack.resident, attack, 'answer', actForm({ key, note: 'Перший' })),
      ])
      for (const { status } of answers) expect(status).toBeLessThan(500)
      await actBy(attack.resident, attack, 'answer', actForm({ note: 'Перший' }))
      return answers[0] as Answer
    },
    status: [303, 422],
  },
]

const people: Row[] = [
  {
    name: 'a code entered eight times at once',
    async send(attack) {
      const { visitor, code } = await withCode(attack, 'eager@people.example')
      const answers = await times(8, () => visitor.post('/sign-in/code', [['code', code]]))
      expect(answers.filter(({ headers }) => headers.get('location') === '/sign-in/about').length).toBeGreaterThan(0)
      for (const { status } of answers) expect(status).toBeOneOf([303, 422])
      return visitor.get('/sign-in/about')
    },
    status: 200,
  },
  {
    name: 'five codes asked for at once, for one address',
    async send(attack) {
      const visitor = attack.stranger()
      const answers = await times(5, () => visitor.post('/sign-in', [['email', 'hasty@people.example']]))
      expect(new Set(statuses(answers))).toEqual(new Set([303]))
      return visitor.get('/sign-in/code')
    },
    status: 200,
  },
  {
    name: 'an account erased while it sends, acts and saves',
    async send(attack) {
      const leaver = await newcomer(attack, 'leaver@people.example')
      const sends = times(4, () => leaver.post(newReport, reportForm({ description: 'Надсилаю і йду звідси' })))
      const saves = times(4, () =>
        leaver.post('/me/settings', [
          ['first_name', 'Йду'],
          ['last_name', 'Звідси'],
        ]),
      )
      const erased = leaver.post('/me/erase', [['sure', 'yes']])
      const answers = [...(await sends), ...(await saves), await erased]
      for (const { status } of answers) expect(status).toBeLessThan(500)
      return leaver.get('/me')
    },
    status: 303,
  },
]

export const atOnce: readonly Group[] = [{ about: 'the same at once', rows: [...files, ...reports, ...people] }]
