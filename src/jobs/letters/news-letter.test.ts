import { describe, expect, it } from 'vitest'
import type { NewsItem, NewsLetter } from '#src/store/letters.ts'
import { aGuide, someAddresses } from '../examples.ts'
import { newsLetter } from './news-letter.ts'

const anItem = (changes: Partial<NewsItem> = {}): NewsItem => ({
  seq: 1,
  act: 'resolve',
  body: { note: 'Замінено засувку.' },
  by: 'organization',
  organization: 'water-utility' as never,
  number: 12,
  description: 'Тече вода з люка. Уже тиждень.',
  mergedInto: null,
  ...changes,
})

const aLetter = (changes: Partial<NewsLetter> = {}) =>
  newsLetter(
    {
      id: 'a1',
      email: 'ana@people.example',
      locale: 'en',
      key: 'the-key' as never,
      items: [anItem()],
      because: [{ id: 's1' as never, topic: { kind: 'report', number: 12 } }],
      ...changes,
    },
    aGuide(),
    someAddresses,
  )

describe('a letter to who follows', () => {
  it('tells one step with its words, why it came, and how to end it', () => {
    const { subject, text, html, headers } = aLetter()
    expect(subject).toBe('No. 12: Resolved')
    expect(text).toContain('Water Utility:\n> Замінено засувку.')
    expect(text).toContain('https://city.example/en/dzherelne/reports/12')
    expect(text).toContain(
      'you follow: report No. 12. Change it or stop following: https://city.example/en/dzherelne/following/the-key',
    )
    expect(html).toContain('Замінено засувку.')
    expect(headers).toEqual({
      'List-Unsubscribe': '<https://city.example/en/dzherelne/following/the-key?only=s1>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it.each<[Partial<NewsItem>, string]>([
    [{ act: 'postpone', body: { reason: 'season', until: '2026-06-15', note: '' } }, 'Postponed until 15 June 2026'],
    [{ act: 'decline', body: { reason: 'no_funding', note: '' } }, 'Not resolved, because: “'],
    [{ act: 'assign', body: { organization: 'street-lighting' as never } }, 'Street Lighting'],
    [{ act: 'merge', body: {}, mergedInto: 7 }, '7'],
    [{ act: 'add', by: 'supporter', body: { note: 'Уже на пів вулиці' } }, 'A resident added to the report'],
    [{ act: 'add', by: 'author', body: { note: 'Уже на пів вулиці' } }, 'The author added to the report'],
    [{ act: 'reopen', by: 'author', body: { note: 'Знову тече' } }, 'Reopened'],
  ])('says what a step came to: %o', (changes, said) => {
    expect(aLetter({ items: [anItem(changes)] }).subject).toContain(said)
  })

  it('quotes what a resident added, without a name', () => {
    const { text } = aLetter({
      items: [anItem({ act: 'add', by: 'resident', organization: null, body: { note: 'Гірше' } })],
    })
    expect(text).toContain('A resident:\n> Гірше')
  })

  it('tells several in one, each with its link, and ends all that it is about', () => {
    const because = [
      { id: 's1' as never, topic: { kind: 'report', number: 12 } },
      { id: 's2' as never, topic: { kind: 'area', area: 'gone' as never } },
    ] as const
    const { subject, text, headers } = aLetter({ items: [anItem(), anItem({ seq: 2, number: 13 })], because })
    expect(subject).toBe('Dzherelne: 2 pieces of news on what you follow')
    for (const number of [12, 13]) expect(text).toContain(`/reports/${number}`)
    expect(headers?.['List-Unsubscribe']).toBe('<https://city.example/en/dzherelne/following/the-key>')
  })

  it('leaves the oldest of very many to the pages, and says how many', () => {
    const items = Array.from({ length: 60 }, (_, index) => anItem({ seq: index, number: 100 + index }))
    const { text } = aLetter({ items })
    expect(text).not.toContain('/reports/109')
    expect(text).toContain('/reports/110')
    expect(text).toContain('10\u00a0more pieces')
  })

  it('lets no words of others into its subject but as one line', () => {
    const { subject } = aLetter({ items: [anItem({ description: 'a\r\nBcc: x@x.example' })] })
    expect(subject).not.toMatch(/[\r\n]/)
  })
})
