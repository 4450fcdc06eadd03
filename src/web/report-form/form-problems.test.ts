import { expect, it } from 'vitest'

import type { Draft } from '#src/domain/submission.ts'
import { say } from '#src/text/catalogue.ts'
import { aGuide, streetLight } from '#test/a-guide.ts'
import { wordsOfMalformed, wordsOfNumbers } from './form-problems.ts'

const [t, guide] = [say('en'), aGuide()]
const draft = { categoryId: streetLight, answers: { 'how-many': 'one', pole: 'twelve' } } as unknown as Draft
const field = 'answer.street-light.pole'

it('names the question in the summary of a form, where its label does not stand', () => {
  expect(wordsOfNumbers(t, guide, draft)).toEqual([
    {
      field,
      words: 'Write in digits: Number on the pole',
      atField: 'Write a number in digits, without words or points.',
    },
  ])
  expect(wordsOfMalformed(t, guide, draft, [{ kind: 'answer_long', question: 'pole', most: 500 }])).toEqual([
    {
      field,
      words: 'Number on the pole\u00a0— shorten the answer: 500\u00a0characters at most.',
      atField: 'Shorten the answer: 500\u00a0characters at most.',
    },
  ])
})
