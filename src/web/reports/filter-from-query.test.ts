import { expect, it } from 'vitest'
import { aGuide } from '#test/a-guide.ts'
import { askedOf, filterOf, longestWords, queryOf } from './filter-from-query.ts'

const guide = aGuide()
const asked = (query: string) => askedOf(new URLSearchParams(query), guide)

it.each(['0000-01-01', '0999-12-31', '-000001-01-01', '9999-99-99', '9999-12-31', '+275760-09-13', '2026-02-30', ''])(
  'is narrowed by no date that no report has: %s',
  (day) => {
    expect(asked(new URLSearchParams({ from: day, to: day }).toString())).toMatchObject({ from: '', to: '' })
  },
)

it('takes the first and the last of the years it knows', () => {
  const { from, until } = filterOf(asked('from=1000-01-01&to=2999-12-31'), guide)
  expect([from, until].map(String)).toEqual(['0999-12-31T21:57:56Z', '2999-12-31T22:00:00Z'])
})

it('looks for so many characters, none of them cut in two', () => {
  const { words } = asked(new URLSearchParams({ q: `${'я'.repeat(longestWords - 1)}🕳🕳` }).toString())
  expect(words).toBe(`${'я'.repeat(longestWords - 1)}🕳`)
})

it.each([
  'q=%00%ff%F0%9F',
  'q=%E2%80%AEа',
  `q=${'a'.repeat(99)}+b`,
  "q='+%22+--",
  'category=__proto__',
  'before=1e9',
  'q=%',
])('means the same when it is asked by its own address: %s', (query) => {
  const once = queryOf(asked(query))
  expect(queryOf(asked(once))).toBe(once)
})
