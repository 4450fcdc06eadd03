import { describe, expect, it } from 'vitest'
import { matches } from './matches.ts'

describe('looking for a category by words', () => {
  it.each([
    ['Дороги і тротуари Яма на дорозі', 'яма', true],
    ['Дороги і тротуари Яма на дорозі', 'ЯМ дор', true],
    ['Дороги і тротуари Яма на дорозі', 'рама', false],
    ['Немає під’їзного пандуса', "під'їзн", true],
    ['Lighting Street light out', 'light', true],
    ['Lighting Street light out', '(', true],
    ['Дороги і тротуари Яма на дорозі', 'ями', true],
    ['Освітлення Не світить ліхтар', 'ліхтарі', true],
    ['Освітлення Не світить ліхтар', 'ліхтарями', true],
    ['Освітлення Не світить ліхтар', 'лі', true],
    ['Lighting Street light out', 'lights', true],
    ['Дороги і тротуари Яма на дорозі', 'наметове', false],
    ['', 'яма', false],
  ])('in “%s” for “%s”: %s', (text, asked, found) => {
    expect(matches(text, asked)).toBe(found)
  })
})
