import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stopAfter } from './stop-after.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('AbortSignal', undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('stops a request when its time is over, not before, in a browser that has no AbortSignal.timeout', () => {
  const signal = stopAfter(100)
  vi.advanceTimersByTime(99)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal.aborted).toBe(true)
})
