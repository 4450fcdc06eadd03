import { describe, expect, it } from 'vitest'
import { rangeAsked } from './byte-range.ts'

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=90-500', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    [`bytes=0-${'9'.repeat(400)}`, { first: 0, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    [`bytes=${'9'.repeat(400)}-`, 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
  ])('%.30s of 100 bytes', (header, range) => {
    expect(rangeAsked(header, 100)).toEqual(range)
  })

  it.each([null, '', 'bytes=', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b', 'bytes=0x1-2'])(
    'means the whole when it reads %o',
    (header) => {
      expect(rangeAsked(header, 100)).toBeNull()
    },
  )

  it('finds nothing in an empty file', () => {
    expect(rangeAsked('bytes=0-', 0)).toBe('unsatisfiable')
    expect(rangeAsked('bytes=-5', 0)).toBe('unsatisfiable')
  })
})
