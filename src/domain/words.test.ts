import { expect, it } from 'vitest'
import { characters, firstCharacters, isVisible } from './words.ts'

it('counts characters as the database does', () => {
  expect(characters('Яма 🕳')).toBe(5)
  expect(characters('й'.normalize('NFD'))).toBe(2)
})

it('cuts between characters, never inside one', () => {
  expect(firstCharacters('яяя🕳🕳', 4)).toBe('яяя🕳')
  expect(firstCharacters('яя', 4)).toBe('яя')
  expect(firstCharacters('🕳🕳🕳', 2).isWellFormed()).toBe(true)
})

it.each(['', ' \n ', '\u200d\u200d', '\u0301\u0301', '\u00a0\u3000', '\ufe0f\u200d'])('sees nothing in %j', (text) => {
  expect(isVisible(text)).toBe(false)
})

it.each(['а', '!', '👍🏽', '1'])('sees something in %s', (text) => {
  expect(isVisible(text)).toBe(true)
})
