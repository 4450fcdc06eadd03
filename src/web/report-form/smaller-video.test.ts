import { describe, expect, it } from 'vitest'
import { bitsForPictures, sidesOfSmaller, worthMakingSmaller } from './smaller-video.ts'

describe('a video made smaller', () => {
  it.each([
    [3840, 2160, 1280, 720],
    [1080, 1920, 720, 1280],
    [1440, 1080, 960, 720],
    [2400, 1080, 1280, 576],
    [1281, 721, 1280, 720],
    [240, 161, 240, 162],
    [9000, 1, 1280, 2],
  ])('of %i by %i becomes %i by %i', (width, height, newWidth, newHeight) => {
    expect(sidesOfSmaller(width, height)).toEqual({ width: newWidth, height: newHeight })
  })

  it('takes 2.2 Mbit a second when it is as large as it may be, and fewer when smaller', () => {
    expect(bitsForPictures({ width: 1280, height: 720 })).toBe(2_200_000)
    expect(bitsForPictures({ width: 640, height: 720 })).toBe(1_100_000)
    expect(bitsForPictures({ width: 32, height: 32 })).toBe(500_000)
  })

  it('is worth the work when that takes a fifth away', () => {
    expect(worthMakingSmaller(60)).toBe(21_825_000)
  })
})
