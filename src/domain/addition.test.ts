import { describe, expect, it } from 'vitest'
import { type AdditionState, mayReadAddition } from './addition.ts'
import type { Reader } from './disclosure.ts'
import { aResident } from './examples.ts'

const readers: Reader[] = ['public', 'author', 'responsible', 'other_staff', 'moderator']
const writer = aResident().id
const who = (state: AdditionState, status: 'accepted' | 'withdrawn' = 'accepted') =>
  readers.filter((reader) => mayReadAddition(reader, { state, person: writer }, { status }))

describe('an addition', () => {
  it('is for those who work with the report until a moderator shows it, then for everyone', () => {
    expect(who('waiting')).toEqual(['responsible', 'moderator'])
    expect(who('declined')).toEqual(['responsible', 'moderator'])
    expect(who('shown')).toEqual(readers)
  })

  it('is no more public than its report', () => {
    expect(who('shown', 'withdrawn')).toEqual(['author', 'responsible', 'moderator'])
  })

  it('is its writer’s, whatever became of it, and of no other resident', () => {
    for (const state of ['waiting', 'declined'] as const) {
      expect(mayReadAddition('public', { state, person: writer }, { status: 'accepted' }, writer)).toBe(true)
      expect(mayReadAddition('public', { state, person: writer }, { status: 'accepted' }, aResident().id)).toBe(false)
      expect(mayReadAddition('public', { state, person: null }, { status: 'accepted' }, writer)).toBe(false)
    }
  })
})
