import { beforeAll, expect, it } from 'vitest'
import { day } from '#src/domain/examples.ts'
import type { PersonId } from '#src/domain/id.ts'
import { describeOnBoth } from '#test/database.ts'
import { aPerson } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { correct, ensure, erase, find, keepConsent } from './people.ts'
import type { Store } from './store.ts'

const names = { firstName: 'Олена', lastName: 'Петренко', locale: 'uk' } as const

describeOnBoth('a person', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })

  it('is one for one address, however many name it at once, and keeps the first names', async () => {
    const email = 'olena@people.example'
    const ids = await together(store, 10, (index) =>
      ensure(store.whole, { ...names, firstName: `Олена ${index}`, id: crypto.randomUUID() as PersonId, email }),
    )
    expect(new Set(ids).size).toBe(1)
    const person = await find(store.whole, ids[0] ?? ('' as PersonId))
    expect(person).toMatchObject({ email, lastName: 'Петренко', locale: 'uk', consent: null, memberships: [] })
    const again = await ensure(store.whole, { ...names, id: crypto.randomUUID() as PersonId, email, firstName: 'Інша' })
    expect(again).toBe(ids[0])
    expect((await find(store.whole, again))?.firstName).toBe(person?.firstName)
  })

  it('is corrected, also in the name that signing in knows', async () => {
    const { id } = await aPerson(store)
    await correct(store.whole, id, { firstName: 'Іван', lastName: '', locale: 'en' })
    expect(await find(store.whole, id)).toMatchObject({ firstName: 'Іван', lastName: '', locale: 'en' })
    const row = await store.whole.selectFrom('person').select('name').where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.name).toBe('Іван')
  })

  it('has given the consent given last, and each version once, word for word', async () => {
    const { id } = await aPerson(store)
    await keepConsent(store.whole, id, { version: '1', locale: 'uk', text: 'Перша', at: day(0) })
    await keepConsent(store.whole, id, { version: '2', locale: 'uk', text: 'Друга', at: day(1) })
    await keepConsent(store.whole, id, { version: '1', locale: 'en', text: 'Changed', at: day(2) })
    expect((await find(store.whole, id))?.consent).toBe('2')
    const kept = await store.whole
      .selectFrom('consent')
      .select(['version', 'text'])
      .where('person_id', '=', id)
      .orderBy('version')
      .execute()
    expect(kept).toEqual([
      { version: '1', text: 'Перша' },
      { version: '2', text: 'Друга' },
    ])
  })

  it('who is erased is not found, and the address is free again', async () => {
    const email = 'gone@people.example'
    const { id } = await aPerson(store, { email })
    const known = await ensure(store.whole, { ...names, id: crypto.randomUUID() as PersonId, email })
    expect(known).toBe(id)
    await erase(store.whole, id)
    expect(await find(store.whole, id)).toBeNull()
    const anew = await ensure(store.whole, { ...names, id: crypto.randomUUID() as PersonId, email })
    expect(anew).not.toBe(id)
  })
})
