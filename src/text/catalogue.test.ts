import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { locales } from '#src/domain/locale.ts'
import { catalogues, type Key, say } from './catalogue.ts'

const keys = Object.keys(catalogues.uk) as Key[]
type Piece = ReturnType<IntlMessageFormat['getAst']>[number]
/** Every hole of a message, also of the sentences inside its plurals. */
const holesIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => {
    const inner = 'options' in piece ? Object.values(piece.options).flatMap(({ value }) => holesIn(value)) : []
    // 0 is plain text, 7 the # of a plural: neither has a name.
    return piece.type === 0 || piece.type === 7 ? inner : [piece.value, ...inner]
  })
const pluralForms = { uk: ['one', 'few', 'many', 'other'], en: ['one', 'other'] }

describe('the catalogues', () => {
  it('have the same keys in every language', () => {
    for (const locale of locales) expect(Object.keys(catalogues[locale]).sort(), locale).toEqual([...keys].sort())
  })

  it.each(locales)('parse as messages in %s', (locale) => {
    for (const key of keys)
      expect(
        () => new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true }),
        key,
      ).not.toThrow()
  })

  it('leave the same holes in every language', () => {
    const names = (locale: 'uk' | 'en', key: Key) => {
      const format = new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true })
      return [...new Set(holesIn(format.getAst()))].sort()
    }
    for (const key of keys) expect(names('en', key), key).toEqual(names('uk', key))
  })

  it.each(locales)('have every plural form of %s', (locale) => {
    for (const key of keys.filter((one) => catalogues[locale][one].includes(', plural,'))) {
      for (const form of pluralForms[locale])
        expect(catalogues[locale][key], `${key} ${form}`).toMatch(new RegExp(`\\b${form} \\{`))
    }
  })

  it('hold every dash to the word before it, so that none begins a line', () => {
    for (const locale of locales) for (const key of keys) expect(catalogues[locale][key], key).not.toContain(' —')
    expect(say('uk')('page.title', { page: 'Мапа', place: 'Місто' })).toBe('Мапа\u00a0— Місто')
  })

  it('count in Ukrainian', () => {
    const counted = [1, 3, 5, 21].map((count) => say('uk')('form.problems', { count }))
    expect(counted).toEqual([
      'Виправте 1\u00a0місце у формі',
      'Виправте 3\u00a0місця у формі',
      'Виправте 5\u00a0місць у формі',
      'Виправте 21\u00a0місце у формі',
    ])
  })
})
