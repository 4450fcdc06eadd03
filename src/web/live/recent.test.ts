import { expect, it } from 'vitest'
import type { Happened } from '#src/domain/news.ts'
import { grown, type Recent } from './recent.ts'

const happened = (seq: number) => ({ seq, number: seq, now: {} }) as Happened
const none: Recent = { floor: 4, head: 4, events: [] }

it('what is remembered begins right after the newest event that was forgotten', () => {
  const three = grown(none, { events: [5, 7, 8].map(happened), upTo: 9 }, 3)
  expect(three).toMatchObject({ floor: 4, head: 9 })
  const later = grown(three, { events: [10, 11].map(happened), upTo: 11 }, 3)
  expect(later.events.map(({ seq }) => seq)).toEqual([8, 10, 11])
  // Who knows of 7 misses nothing; who knows of 6 alone has to look at everything anew.
  expect(later).toMatchObject({ floor: 7, head: 11 })
})
