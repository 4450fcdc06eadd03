import { expect, it } from 'vitest'
import { oneByOne } from './one-by-one.ts'

it('does one work after another, whatever becomes of each', async () => {
  const inTurn = oneByOne()
  const done: string[] = []
  const work = (name: string) => async () => {
    done.push(`${name} begins`)
    await Promise.resolve()
    done.push(`${name} ends`)
    if (name === 'second') throw new Error(name)
    return name
  }
  const all = await Promise.allSettled(['first', 'second', 'third'].map((name) => inTurn(work(name))))
  expect(done).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
