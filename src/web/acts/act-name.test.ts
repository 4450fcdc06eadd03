import { expect, it } from 'vitest'

import { say } from '#src/text/catalogue.ts'
import { nameOfAct } from './act-name.ts'

it('names an act by what it is and by its report, in the reader’s language', () => {
  expect(nameOfAct(say('uk'), 'resolve', { number: 379 })).toBe('Вирішено · № 379')
  expect(nameOfAct(say('en'), 'resolve', { number: 379 })).toBe(`${say('en')('act.resolve')} · No. 379`)
})
