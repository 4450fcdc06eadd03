import { describe, expect, it } from 'vitest'
import { mint } from './mint.ts'

describe('the mint', () => {
  it('makes ids of version 7, which sort by the time they were made', () => {
    const before = Date.now()
    const id = mint.id<'report'>()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
    expect(made).toBeGreaterThanOrEqual(before)
    expect(made).toBeLessThanOrEqual(Date.now())
  })

  it('makes secrets of 192 bits that stand in an address as they are', () => {
    const secret = mint.secret()
    expect(secret).toMatch(/^[\w-]{32}$/)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(24)
  })

  it('makes ids that sort in the order they were made, however fast', () => {
    const made = Array.from({ length: 20_000 }, () => mint.id())
    expect(made.toSorted()).toEqual(made)
  })

  it('never makes one twice', () => {
    const made = Array.from({ length: 2000 }, () => [mint.id(), mint.secret()]).flat()
    expect(new Set(made).size).toBe(made.length)
  })
})
