import { expect, it } from 'vitest'

import { say } from '#src/text/catalogue.ts'
import { languageOf } from './language.ts'

const [uk, en] = [say('uk'), say('en')]

it('is named only where it is another than the page’s', () => {
  expect([languageOf('Тече вода', uk), languageOf('Тече вода', en)]).toEqual([undefined, 'uk'])
  expect([languageOf('Water leaks', uk, 'en'), languageOf('Water leaks', en, 'en')]).toEqual(['en', undefined])
})

it('is known of nobody’s Latin letters, nor of figures', () => {
  expect(['Done', 'Fixed at вул. Київська', '5, 7', ''].map((words) => languageOf(words, uk))).toEqual(
    Array(4).fill(undefined),
  )
  expect(languageOf('Fixed near the school in вул. Київська', en)).toBeUndefined()
})
