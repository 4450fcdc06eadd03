import { expect } from 'vitest'

import { newReport, reportForm } from '../forms.ts'
import type { Attack, Group, Row } from '../row.ts'
import type { Answer, Visitor } from '../visitor.ts'
import { en, firstSentence, uk } from '../words.ts'

const wrongCode = uk('code.wrong')
const tooOften = firstSentence(uk('sign_in.too_often', { minutes: 1 }))

const ask = (visitor: Visitor, email: string) => visitor.post('/sign-in', [['email', email]])
const enter = (visitor: Visitor, code: string) => visitor.post('/sign-in/code', [['code', code]])

async function codeFor({ house }: Attack, email: string): Promise<string> {
  const letter = (await house.letters()).find(({ to }) => to === email)
  return /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? ''
}

const wrong = async (visitor: Visitor, right: string, tries: number) => {
  for (let tried = 0; tried < tries; tried += 1)
    await enter(visitor, String((Number(right) + 1 + tried) % 1_000_000).padStart(6, '0'))
}

/** Addresses that a letter would be led astray by. */
const addresses: Row[] = [
  'olena@people.example\r\nBcc: victim@people.example',
  'olena@people.example\nSubject: hello',
  'olena@people.example%0aBcc: victim@people.example',
  'olena@people.example, victim@people.example',
  'olena@people.example; victim@people.example',
  'olena@people.example victim@people.example',
  'Olena <olena@people.example>',
  '<olena@people.example>',
  '"olena victim"@people.example',
  'olena@people.example@evil.example',
  'olena@[127.0.0.1]',
  'olena@localhost',
  'olena@people',
  'olena@-people.example',
  'olena@people..example',
  '.olena@people.example',
  'олена@люди.example',
  'ol\u202eena@people.example x',
  `${'a'.repeat(250)}@people.example`,
  '@',
  '|cat /etc/passwd@people.example',
  '-oQ/tmp -X/tmp/x@people.example',
  'file:///etc/passwd',
].map((email) => ({
  name: `a letter to ${JSON.stringify(email).slice(0, 60)}`,
  async send(attack) {
    const answer = await ask(attack.stranger(), email)
    expect((await attack.house.letters()).filter(({ to }) => /olena|victim/.test(to))).toEqual([])
    return answer
  },
  status: 422,
  says: uk('sign_in.email_wrong'),
}))

const codes: Row[] = [
  {
    name: 'a code guessed six times, and then known',
    async send(attack) {
      const visitor = attack.stranger()
      await ask(visitor, 'guessed@people.example')
      const right = await codeFor(attack, 'guessed@people.example')
      await wrong(visitor, right, 6)
      return enter(visitor, right)
    },
    status: 422,
    says: wrongCode,
  },
  {
    name: 'a code used twice',
    async send(attack) {
      const visitor = attack.stranger()
      await ask(visitor, 'twice@people.example')
      const right = await codeFor(attack, 'twice@people.example')
      expect((await enter(visitor, right)).status).toBe(303)
      const again = attack.stranger()
      const cookie = `sign_in=${Buffer.from(JSON.stringify({ email: 'twice@people.example', wayOn: null })).toString('base64url')}`
      return again.send('/sign-in/code', {
        method: 'POST',
        body: new URLSearchParams({ code: right }),
        headers: { cookie },
      })
    },
    status: 422,
    says: wrongCode,
  },
  {
    name: 'a code of somebody else',
    async send(attack) {
      const visitor = attack.stranger()
      await ask(visitor, 'somebody@people.example')
      const right = await codeFor(attack, 'somebody@people.example')
      const other = attack.stranger()
      await ask(other, 'else@people.example')
      return enter(other, right)
    },
    status: 422,
    says: wrongCode,
  },
  ...['', '0', '000000000000', '9'.repeat(60_000), '１２３４５６', "1' or '1'='1", '\0\0\0\0\0\0', '-1', '1e5'].map(
    (code): Row => ({
      name: `a code of ${JSON.stringify(code.slice(0, 20))}`,
      async send(attack) {
        const cookie = `sign_in=${Buffer.from(JSON.stringify({ email: 'resident@people.example', wayOn: null })).toString('base64url')}`
        return attack
          .stranger()
          .send('/sign-in/code', { method: 'POST', body: new URLSearchParams({ code }), headers: { cookie } })
      },
      status: 422,
      says: wrongCode,
    }),
  ),
  {
    name: 'a sixth code for one address within the hour, whether anybody has it or not',
    async send(attack) {
      const visitor = attack.stranger()
      for (let asked = 0; asked < 5; asked += 1) expect((await ask(visitor, 'often@people.example')).status).toBe(303)
      return ask(visitor, 'often@people.example')
    },
    status: 429,
    says: tooOften,
    keeps: 'often@people.example',
    after: async ({ headers }) => expect(Number(headers.get('retry-after'))).toBeGreaterThan(0),
  },
]

/** The answer that is not as the others: the limit's. Asked many at a time. */
async function untilTooMany(send: (index: number) => Promise<Answer>): Promise<Answer> {
  for (let asked = 0; asked < 100; asked += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => send(asked + index)))
    const limit = answers.find(({ status }) => status === 429)
    if (limit) return limit
  }
  throw new Error('There was no limit')
}

/** Last, because after them nobody gets through any more. All limits are in src/web/limits.test.ts. */
const limits: Row[] = [
  {
    name: 'more reports a day than one person may send',
    send: ({ resident }) =>
      untilTooMany((index) => resident.post(newReport, reportForm({ description: `Провалився тротуар ${index}` }))),
    status: 429,
    says: uk('form.problem.reports_many', { most: 30 }),
    keeps: 'Провалився тротуар',
  },
  {
    name: 'more codes entered an hour than one network may try',
    send: (attack) =>
      untilTooMany(() => {
        const cookie = `sign_in=${Buffer.from(JSON.stringify({ email: 'resident@people.example', wayOn: null })).toString('base64url')}`
        return attack.stranger().send('/en/sign-in/code', {
          method: 'POST',
          body: new URLSearchParams({ code: '000000' }),
          headers: { cookie },
        })
      }),
    status: 429,
    says: firstSentence(en('sign_in.too_often', { minutes: 1 })),
  },
  {
    name: 'more codes asked for an hour than one network may ask for',
    send: ({ stranger }) => untilTooMany((index) => ask(stranger(), `crowd${index}@people.example`)),
    status: 429,
    says: tooOften,
    keeps: '@people.example',
  },
]

export const letters: readonly Group[] = [
  { about: 'letters and codes', rows: [...addresses, ...codes] },
  { about: 'limits', rows: limits },
]
