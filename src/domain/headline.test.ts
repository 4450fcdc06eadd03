import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { belowHeadline, headline } from './headline.ts'

describe('a headline', () => {
  it.each([
    ['Тече вода з люка. Вже тиждень.', 'Тече вода з люка'],
    ['Тече вода з люка', 'Тече вода з люка'],
    ['Коли буде світло? Чекаємо з осені.', 'Коли буде світло?'],
    ['Провалля!!! Обережно', 'Провалля!!!'],
    ['Ліхтар то горить, то ні... Увечері темно', 'Ліхтар то горить, то ні...'],
    ['«Де асфальт?» питають сусіди', '«Де асфальт?»'],
  ])('is the first sentence: %s', (description, line) => {
    expect(headline(description)).toBe(line)
  })

  it.each([
    ['На вул. Київській, буд. 5 яма. Глибока.', 'На вул. Київській, буд. 5 яма'],
    ['Біля школи ім. Т. Шевченка темно. Страшно.', 'Біля школи ім. Т. Шевченка темно'],
    ['Глибина 3.5 см. Довжина метр.', 'Глибина 3.5 см'],
    ['Near St. Mary’s it is dark. Help.', 'Near St. Mary’s it is dark'],
  ])('does not end at the dot of an abbreviation: %s', (description, line) => {
    expect(headline(description)).toBe(line)
  })

  it.each([
    ['Добрий день! Не горить ліхтар.', 'Не горить ліхтар'],
    ['Доброго вечора.\n\nНе горить ліхтар', 'Не горить ліхтар'],
    ['Hello! The lamp is out.', 'The lamp is out'],
    ['Добрий день!', 'Добрий день!'],
  ])('passes over a greeting when more follows: %s', (description, line) => {
    expect(headline(description)).toBe(line)
  })

  it('is one line, and ends where a paragraph does', () => {
    expect(headline('  Не горить\t ліхтар\r\nбіля будинку 5\r\n\r\nДякую')).toBe('Не горить ліхтар біля будинку 5')
    expect(headline(' \n\n ')).toBe('')
  })

  it('is cut between words, without the comma that hung there', () => {
    expect(headline('Яма на дорозі, глибока й широка', 20)).toBe('Яма на дорозі…')
    expect(headline('Яма на дорозі', 13)).toBe('Яма на дорозі')
    expect(headline('Яма на дорозі', 12)).toBe('Яма на…')
  })

  it('is cut inside a word that is longer than half the line', () => {
    expect(headline('А Ааааааааааааааааааааа', 10)).toBe('А Ааааааа…')
  })

  it('never splits what a reader sees as one character', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(headline(family.repeat(9), 4)).toBe(`${family.repeat(3)}…`)
    expect(headline('й'.normalize('NFD').repeat(9), 4)).toBe(`${'й'.normalize('NFD').repeat(3)}…`)
    expect(headline('й'.normalize('NFD').repeat(4), 4)).toBe('й'.normalize('NFD').repeat(4))
  })

  it('is one line of whole characters, no longer than asked, whatever was written', () => {
    const characters = new Intl.Segmenter('uk', { granularity: 'grapheme' })
    const written = fc.string({ unit: 'grapheme', maxLength: 300 })
    const spaced = fc.array(fc.oneof(written, fc.constantFrom(' ', '. ', '\n\n', 'вул. ', 'слово', '!" ')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(spaced, fc.integer({ min: 2, max: 120 }), (parts, most) => {
        const line = headline(parts.join(''), most)
        expect(line.isWellFormed()).toBe(true)
        expect([...characters.segment(line)].length).toBeLessThanOrEqual(most)
        expect(line).toBe(line.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})

describe('what stands below a headline', () => {
  it.each([
    ['Тече вода з люка. Вже тиждень.', 'Вже тиждень.'],
    ['Тече вода з люка', ''],
    ['Яма біля\n  будинку 5 (глибока).\n\nДякую!', 'Дякую!'],
    ['Ліхтар то горить, то ні... Увечері темно', 'Увечері темно'],
  ])('goes on where the headline ended: %s', (description, rest) => {
    expect(belowHeadline(description)).toBe(rest)
  })

  it.each([
    [`Яма. ${'Дуже '.repeat(30)}глибока`, 20, `${'Дуже '.repeat(30)}глибока`],
    ['Дуже глибока яма посеред дороги. Обережно.', 20, 'Дуже глибока яма посеред дороги. Обережно.'],
    ['Добрий день! Не горить ліхтар.', 80, 'Добрий день! Не горить ліхтар.'],
  ])('is all of it when the headline was cut, or passed over a greeting: %s', (description, most, rest) => {
    expect(belowHeadline(description, most)).toBe(rest)
  })

  it('loses no word of any description, together with the headline', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('яма', '.', '!', ' ', '\n\n', 'вул.', 'Добрий день!', '(', '5')),
        (parts) => {
          const description = parts.join('')
          const letters = (words: string) => words.replace(/[\s.]/g, '')
          const rest = belowHeadline(description, 1000)
          const both = rest === description.trim() ? rest : headline(description, 1000) + rest
          expect(letters(both)).toBe(letters(description))
        },
      ),
    )
  })
})
