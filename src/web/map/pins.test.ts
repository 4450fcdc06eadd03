import { describe, expect, it } from 'vitest'
import { isPublic, statuses } from '#src/domain/report.ts'
import { type Pin, pins } from './pins.ts'

const lookOf = ({ colour, sign }: Pin) => JSON.stringify([colour, sign])

describe('pins', () => {
  it('tell public statuses apart without colour', () => {
    const signs = statuses.filter((status) => isPublic({ status })).map((status) => JSON.stringify(pins[status].sign))
    expect(new Set(signs).size).toBe(signs.length)
  })

  it('have a look for each status, no two the same', () => {
    expect(new Set(statuses.map((status) => lookOf(pins[status]))).size).toBe(statuses.length)
  })

  it('wear the colours that the list wears', () => {
    expect(Object.fromEntries(statuses.map((status) => [status, pins[status].colour]))).toMatchInlineSnapshot(`
      {
        "accepted": "accepted",
        "awaiting_answer": "awaiting",
        "in_progress": "in-progress",
        "merged": "ink-soft",
        "not_resolved": "not-resolved",
        "postponed": "postponed",
        "rejected": "ink-soft",
        "resolved": "resolved",
        "submitted": "ink-soft",
        "withdrawn": "ink-soft",
      }
    `)
  })
})
