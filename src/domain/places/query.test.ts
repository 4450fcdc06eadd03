import { describe, expect, it } from 'vitest'
import { aCity } from '../examples.ts'
import { otherLayout } from './layout.ts'
import { cityWords, longestQuery, readQuery } from './query.ts'
import { searchKeysOf } from './search-key.ts'

const city = cityWords(aCity())
const read = (typed: string) =>
  readQuery(typed, city, 'either').readings.map(({ types, words, house }) => ({
    types: types.join(' '),
    words: words.map(({ text }) => text).join(' '),
    house: house?.key ?? null,
  }))

describe('what was typed', () => {
  it('is a type, words and a house, in whatever order', () => {
    const asked = { types: 'street', words: 'київська', house: '12а' }
    expect(read('вул. Київська, 12-А')[0]).toEqual(asked)
    expect(read('12а київська вулиця')[0]).toEqual(asked)
  })

  it('may mean more than one thing: each is a reading', () => {
    expect(read('1 травня 8').slice(0, 3)).toEqual([
      { types: '', words: 'травня 8', house: '1' },
      { types: '', words: '1 травня', house: '8' },
      { types: '', words: '1 травня 8', house: null },
    ])
  })

  it('is read on the other keyboard layout too, which asks for more belief', () => {
    const { readings } = readQuery('rb]dcmrf', city, 'either')
    expect(readings.map(({ words }) => words[0]?.text)).toEqual(['rb', 'київська'])
    expect(readings[1]?.strain).toBeGreaterThan(readings[0]?.strain ?? 1)
  })

  it('says nothing by the city’s name', () => {
    expect(read('м. Житомир, Київська')[0]).toMatchObject({ words: 'київська' })
    expect(read('Zhytomyr, Kyivska')[0]).toMatchObject({ words: 'kyivska' })
    expect(read('Житомир')[0]).toMatchObject({ words: 'житомир' })
  })

  it('has numbers for ordinals written as words or signs', () => {
    for (const typed of ['1 травня', '1-го травня', 'Першого Травня'])
      expect(
        readQuery(typed, city, 'either')
          .readings.find(({ house }) => house === null)
          ?.words.map(({ key }) => key),
      ).toEqual(['1', 'travna'])
  })

  it.each([
    ['київська / перемоги', 'київська', 'перемоги'],
    ['Київська & Миру', 'київська', 'миру'],
    ['ріг Київської та Перемоги', 'київської', 'перемоги'],
    ['перехрестя вулиць Київська і Миру', 'київська', 'миру'],
    ['київська ріг перемоги', 'київська', 'перемоги'],
    ['corner of Kyivska and Peremohy', 'kyivska', 'peremohy'],
    ['угол Киевской и Победы', 'киевской', 'победы'],
  ])('“%s” asks for a crossing', (typed, one, other) => {
    const { crossing } = readQuery(typed, city, 'either')
    const words = (half: 'one' | 'other') => crossing?.[half][0]?.words.map(({ text }) => text).join(' ')
    expect([words('one'), words('other')]).toEqual([one, other])
  })

  it.each(['київська 12/3', 'кирила і мефодія', 'старий бульвар', 'вул. 8/9'])('“%s” asks for none', (typed) => {
    expect(readQuery(typed, city, 'either').crossing).toBeNull()
  })

  it('may be a word that means something to the language', () => {
    for (const word of ['constructor', 'valueOf', '__proto__'])
      expect(read(`вул. ${word}, 1`)[0]).toMatchObject({ types: 'street', house: '1' })
  })

  it('may be anything at all, and is never long', () => {
    for (const typed of [
      '',
      ' ',
      '///',
      '12',
      '((',
      'ʼʼʼ',
      '\u202e',
      'а'.repeat(10_000),
      'a b '.repeat(1000),
      '1 '.repeat(500),
    ]) {
      const query = readQuery(typed, city, 'either')
      expect(searchKeysOf(query.readings).length).toBeLessThan(longestQuery)
      for (const { words } of query.readings) expect(words.length).toBeLessThanOrEqual(8)
    }
  })
})

describe('the other layout', () => {
  it('leads there and back', () => {
    expect(otherLayout('rbsdcmrf')).toBe('киівська')
    expect(otherLayout('rb]dcmrf 12')).toBe('київська 12')
    expect(otherLayout('лншмілф')).toBe('kyivska')
    expect(otherLayout('[ks,yf')).toBe('хлібна')
  })

  it('is not asked for where both alphabets or none are there', () => {
    expect(otherLayout('київська a')).toBeNull()
    expect(otherLayout('12')).toBeNull()
  })
})
