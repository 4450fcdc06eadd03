import { describe, expect, it } from 'vitest'
import { fitWithin } from './shrink-photo.ts'

describe('a photo made to fit', () => {
  it.each([
    [4000, 3000, 2048, 1536],
    [3000, 4000, 1536, 2048],
    [2048, 1, 2048, 1],
    [100_000, 1, 2048, 1],
    [640, 480, 640, 480],
  ])('of %i by %i becomes %i by %i', (width, height, newWidth, newHeight) => {
    expect(fitWithin(width, height, 2048)).toEqual({ width: newWidth, height: newHeight })
  })
})
