import { describe, expect, it } from 'vitest'

import { gate } from './gate.ts'

describe('a gate', () => {
  it('lets so many in at once, the others in the order they came, and turns away who finds no place to wait', async () => {
    const through = gate(2, 2)
    const begun: string[] = []
    const works = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, ...Promise.withResolvers<void>() }))
    const answers = works.map(({ name, promise }) =>
      through(async () => {
        begun.push(name)
        await promise
        return name
      }),
    )
    expect(await answers[4]).toBeNull()
    expect(begun).toEqual(['a', 'b'])

    works[1]?.resolve()
    expect(await answers[1]).toBe('b')
    expect(begun).toEqual(['a', 'b', 'c'])

    for (const { resolve } of works) resolve()
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd', null])
    expect(await through(async () => 'later')).toBe('later')
  })

  it('gives the place on when the work fails', async () => {
    const through = gate(1, 1)
    const failing = through(() => Promise.reject(new Error('broken')))
    const next = through(async () => 'done')
    await expect(failing).rejects.toThrow('broken')
    expect(await next).toBe('done')
  })
})
