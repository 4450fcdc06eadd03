import { describe, expect, it } from 'vitest'
import { aCity, aReport, aResident, day } from './examples.ts'
import { sayings, standOf } from './opinion.ts'
import { statuses } from './report.ts'

const city = aCity()
const within = { city, now: day(40) }
const after = { city, now: day(80) }
const resolved = aReport({ status: 'resolved', statusSince: day(30) })
const declined = aReport({ status: 'not_resolved', statusSince: day(30) })

describe('whether it is solved', () => {
  it('is asked of the author and of whom it concerns too, of nobody else', () => {
    const author = aResident()
    const report = aReport({ reporter: author.id })
    expect(standOf(report, author.id, false)).toBe('author')
    expect(standOf(report, aResident().id, true)).toBe('supporter')
    expect(standOf(report, aResident().id, false)).toBeNull()
    expect(standOf(aReport({ reporter: null }), author.id, false)).toBeNull()
  })

  it('is what the author says by an act while reopening is open, and by an opinion after', () => {
    expect(sayings(resolved, 'author', within)).toEqual({ yes: 'confirm', no: 'reopen' })
    expect(sayings(resolved, 'author', after)).toEqual({ yes: 'confirm', no: 'opinion' })
    expect(sayings(declined, 'author', within)).toEqual({ yes: null, no: 'reopen' })
    expect(sayings(declined, 'author', after)).toEqual({ yes: null, no: 'opinion' })
  })

  it('is said once for all by an author who confirmed and whose time to reopen is over', () => {
    const confirmed = { ...resolved, confirmed: true }
    expect(sayings(confirmed, 'author', within)).toEqual({ yes: null, no: 'reopen' })
    expect(sayings(confirmed, 'author', after)).toEqual({ yes: null, no: null })
  })

  it('is an opinion of a supporter whenever it is closed; a reason can only be disagreed with', () => {
    for (const time of [within, after]) {
      expect(sayings(resolved, 'supporter', time)).toEqual({ yes: 'opinion', no: 'opinion' })
      expect(sayings(declined, 'supporter', time)).toEqual({ yes: null, no: 'opinion' })
    }
  })

  it('is not asked before there is an answer, nor where there is none to come', () => {
    for (const status of statuses.filter((one) => one !== 'resolved' && one !== 'not_resolved')) {
      for (const stand of ['author', 'supporter'] as const)
        expect(sayings(aReport({ status }), stand, within)).toEqual({ yes: null, no: null })
    }
  })
})
