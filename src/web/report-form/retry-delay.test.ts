import { describe, expect, it } from 'vitest'
import { retryDelay } from './retry-delay.ts'

describe('the wait before a further try', () => {
  it('doubles from a second, to half a minute and no more', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 60].map(retryDelay)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })
})
