import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterChunk, afterLoss, chunkBytes } from './fitting-chunk.ts'

const bytes = fc.integer({ min: chunkBytes.least, max: chunkBytes.most })

/** What a link of so many bytes a second comes to after twenty chunks. */
function settled(perSecond: number): number {
  let chunk: number = chunkBytes.first
  for (let sent = 0; sent < 20; sent++) chunk = afterChunk(chunk, (chunk / perSecond) * 1000)
  return chunk
}

it('sends as much at once as goes out in four seconds', () => {
  expect(settled(20_000)).toBe(80_000)
  expect(settled(500_000)).toBe(2_000_000)
})

it('sends no less than is worth its headers, and no more than is worth losing', () => {
  expect(settled(100)).toBe(chunkBytes.least)
  expect(settled(100_000_000)).toBe(chunkBytes.most)
})

it('grows by four times at most, since one quick answer says little, and shrinks at once', () => {
  expect(afterChunk(64_000, 1)).toBe(256_000)
  expect(afterChunk(640_000, 80_000)).toBe(32_000)
})

it('sends less after a loss, and always something', () => {
  fc.assert(
    fc.property(bytes, (chunk) => {
      const next = afterLoss(chunk)
      expect(next).toBeLessThanOrEqual(chunk)
      expect(next).toBeGreaterThanOrEqual(chunkBytes.least)
    }),
  )
})
