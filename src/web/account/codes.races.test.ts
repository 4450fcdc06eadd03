import type { Kysely } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import { type CodeToSend, identityOn } from '#src/outside/identity.ts'
import type { Store } from '#src/store/store.ts'
import { describeOnOne } from '#test/database.ts'
import { together } from '#test/together.ts'

const many = 20

describeOnOne('many who enter a code at once', (open) => {
  let store: Store
  const codes: CodeToSend[] = []
  beforeAll(async () => {
    store = await open({ connections: many })
  })
  /** As every process has one of its own. */
  const anIdentity = () =>
    identityOn({
      db: store.whole as unknown as Kysely<never>,
      secret: 'a secret of tests that is long enough',
      origin: 'http://open.example',
      sendLetter: async (code) => void codes.push(code),
    })
  const codeFor = async (email: string) => {
    await anIdentity().sendCode(email, 'uk')
    return codes.findLast((one) => one.email === email)?.code ?? ''
  }
  const kinds = (answers: readonly { readonly ok: boolean }[]) => answers.filter(({ ok }) => ok).length
  const sessions = async () => (await store.whole.selectFrom('session').select('id').execute()).length

  it.each([
    ['one process', 1],
    ['many processes', many],
  ])('sign in once, and a new address becomes one person, in %s', async (_, processes) => {
    const email = `${crypto.randomUUID()}@people.example`
    const code = await codeFor(email)
    const before = await sessions()
    const all = Array.from({ length: processes }, anIdentity)
    const answers = await together(store, many, (index) => (all[index % processes] ?? anIdentity()).signIn(email, code))
    expect(kinds(answers)).toBe(1)
    expect(await sessions()).toBe(before + 1)
    const people = await store.whole.selectFrom('person').select('id').where('email', '=', email).execute()
    expect(people).toHaveLength(1)
  })

  it('by guessing get no more than five guesses: then the right code is spent too', async () => {
    const email = `${crypto.randomUUID()}@people.example`
    const code = await codeFor(email)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let round = 0; round < 3; round++)
      await together(store, many, () =>
        anIdentity()
          .signIn(email, wrong)
          .catch(() => null),
      )
    for (let guess = 0; guess < 5; guess++) await anIdentity().signIn(email, wrong)
    expect((await anIdentity().signIn(email, code)).ok).toBe(false)
  })
})
