import { expect, it } from 'vitest'

import type { SessionId } from '#src/domain/id.ts'
import * as people from '#src/store/people.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn } from '#test/means.ts'
import { aPerson } from '#test/some-reports.ts'
import { together } from '#test/together.ts'
import { changeAddress } from './change-address.ts'

const many = 20

describeOnBoth('many who come to go by one address at once', (open) => {
  it('are told that it is taken, all but one', async () => {
    const store = await open({ connections: many })
    const means = meansOn(store)
    const to = `${crypto.randomUUID()}@people.example`
    const residents = await Promise.all(Array.from({ length: many }, () => aPerson(store)))
    const session = crypto.randomUUID() as SessionId
    const changed = await together(store, many, async (index) =>
      changeAddress(means, { person: residents[index]?.id ?? (await aPerson(store)).id, session }, to),
    )
    expect(changed.filter(({ ok }) => ok)).toHaveLength(1)
    expect(changed.filter(({ ok }) => !ok)).toEqual(Array(many - 1).fill({ ok: false, problem: { kind: 'taken' } }))
    const addresses = await Promise.all(residents.map(({ id }) => people.addressOf(store.whole, id)))
    expect(addresses.filter((address) => address === to)).toHaveLength(1)
  })
})
