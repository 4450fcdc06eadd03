import { beforeAll, expect, it } from 'vitest'

import { day } from '#src/domain/examples.ts'
import { describeOnBoth } from '#test/database.ts'
import { type ReturnKind, recordReturn, standingOf, stoppedAt, sweep, tryAgain } from './mail-addresses.ts'
import type { Store } from './store.ts'

describeOnBoth('an address that letters go to', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })

  const anAddress = async () => {
    const email = `${crypto.randomUUID()}@people.example`
    const { returnKey } = await standingOf(store.whole, email, day(0))
    const comesBack = (kind: ReturnKind, on: number) => recordReturn(store.whole, returnKey, kind, day(on))
    return { email, comesBack, stopped: () => stoppedAt(store.whole, email) }
  }

  it('has one key for all its letters', async () => {
    const first = await standingOf(store.whole, 'Ana@People.example', day(0))
    expect(await standingOf(store.whole, 'ana@people.example', day(1))).toEqual(first)
  })

  it.each(['hard', 'complaint'] as const)('is written to no more after a %s', async (kind) => {
    const { comesBack, stopped } = await anAddress()
    await comesBack(kind, 1)
    expect(await stopped()).toBe(kind === 'hard' ? 'bounced' : 'complained')
  })

  it('is given up after passing reasons on five days, and not for many on one', async () => {
    const { comesBack, stopped } = await anAddress()
    for (const on of [1, 1, 1, 2, 2, 4, 9, 9]) await comesBack('soft', on)
    expect(await stopped()).toBeNull()
    await comesBack('soft', 20)
    expect(await stopped()).toBe('bounced')
  })

  it('has its earlier passing reasons forgotten after two quiet weeks', async () => {
    const { comesBack, stopped } = await anAddress()
    for (const on of [1, 2, 3, 4, 20, 21, 22, 23]) await comesBack('soft', on)
    expect(await stopped()).toBeNull()
  })

  it('is written to again when its owner says so, and remains complained of when its letters come back too', async () => {
    const { email, comesBack, stopped } = await anAddress()
    await comesBack('complaint', 1)
    await comesBack('hard', 2)
    expect(await stopped()).toBe('complained')
    await tryAgain(store.whole, email)
    expect(await stopped()).toBeNull()
  })

  it('is forgotten when nobody has it any more', async () => {
    const { email } = await anAddress()
    await sweep(store.whole, day(0))
    const known = async () =>
      (await store.whole.selectFrom('mail_address').select('email').execute()).some((one) => one.email === email)
    expect(await known()).toBe(true)
    await sweep(store.whole, day(1))
    expect(await known()).toBe(false)
  })
})
