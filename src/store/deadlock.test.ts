import { expect, it } from 'vitest'

import { againAfterDeadlock } from './deadlock.ts'

const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' })

it('does a transaction again that the database ended for another one, and tells any other fault at once', async () => {
  let tries = 0
  const third = () => (++tries < 3 ? Promise.reject(deadlock()) : Promise.resolve('done'))
  expect(await againAfterDeadlock(third)).toBe('done')
  tries = 0
  const broken = () => Promise.reject(Object.assign(new Error(`try ${++tries}`), { code: '23505' }))
  await expect(againAfterDeadlock(broken)).rejects.toThrow('try 1')
})

it('gives up in the end', async () => {
  let tries = 0
  const always = () => {
    tries++
    return Promise.reject(deadlock())
  }
  await expect(againAfterDeadlock(always)).rejects.toThrow('deadlock')
  expect(tries).toBe(5)
})
