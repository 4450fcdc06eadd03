import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'

describe('a word folded', () => {
  it.each([
    ['Київська', ['київська', 'Kyivska', 'kyyivska', 'Kyjivska', 'КИЇВСЬКА', 'киівська', 'Київської']],
    ['Хлібна', ['хлибна', 'Khlibna', 'hlibna', 'хлібної']],
    ['Гранітна', ['Ґранітна', 'Hranitna', 'granitna', 'Гранитная']],
    ['Звягельська', ['zviahelska', 'Zvyagelska', 'звягельська']],
    ['Щорса', ['Shchorsa', 'schorsa', 'шорса']],
    ['Хмельницького', ['Khmelnytskoho', 'khmelnitskogo']],
    ['Саєнка', ['саенка', 'Saienka', 'sayenka']],
    ['Вʼячеслава', ['вячеслава', 'Viacheslava', 'vyacheslava']],
    ['Київське', ['Kyivske', 'kyivske']],
    ['Landstraße', ['Landstrasse', 'LANDSTRASSE']],
  ])('%s is one with every way to spell it', (word, spellings) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => fold(word)))
  })

  it('keeps apart what sounds different', () => {
    const words = ['Київська', 'Хлібна', 'Згода', 'Жода', 'Схід', 'Шид', 'Миру', 'Мера', '12', '21']
    expect(new Set(words.map(fold)).size).toBe(words.length)
  })

  it('is a letter away from its Russian spelling', () => {
    expect([fold('Київська'), fold('Киевская')]).toEqual(['kivska', 'kevska'])
    expect([fold('Бердичівська'), fold('Бердичевская')]).toEqual(['berdiqivska', 'berdiqevska'])
  })

  it('is ASCII, and nothing of what holds no letter', () => {
    expect(['№', '—', '…', 'ʼ', '★'].map(fold).join('')).toBe('')
    expect(fold('Øresund Łódź Žižkov 12-А')).toMatch(/^[a-z0-9]+$/)
  })
})
