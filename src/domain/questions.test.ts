import { describe, expect, it } from 'vitest'
import { answersToKeep, asked, type Question, unanswered } from './questions.ts'

const words = (uk: string) => ({ uk, en: uk })
const question = (id: string, changes: Partial<Question> = {}): Question => ({
  id,
  label: words(id),
  answer: { kind: 'text' },
  required: true,
  ...changes,
})
const choice = (...options: string[]): Question['answer'] => ({
  kind: 'choice',
  options: options.map((id) => ({ id, label: words(id) })),
})

const where = question('where', { answer: choice('road', 'yard') })
const lane = question('lane', { answer: choice('left', 'right'), onlyIf: { question: 'where', is: 'road' } })
const detour = question('detour', { onlyIf: { question: 'lane', is: 'left' }, required: false })
const depth = question('depth', { answer: { kind: 'number' }, required: false })
const questions = [where, lane, detour, depth]

const ids = (some: readonly Question[]) => some.map(({ id }) => id)

describe('a question', () => {
  it('is asked without a condition, or when its condition holds', () => {
    expect(ids(asked(questions, {}))).toEqual(['where', 'depth'])
    expect(ids(asked(questions, { where: 'road' }))).toEqual(['where', 'lane', 'depth'])
    expect(ids(asked(questions, { where: 'road', lane: 'left' }))).toEqual(['where', 'lane', 'detour', 'depth'])
  })

  it('falls with the question it hangs on, even when that one’s old answer is still sent', () => {
    expect(ids(asked(questions, { where: 'yard', lane: 'left', detour: 'через двір' }))).toEqual(['where', 'depth'])
  })

  it('is not asked when its condition names no earlier question', () => {
    expect(ids(asked([lane, where], { where: 'road' }))).toEqual(['where'])
    expect(ids(asked([lane], { where: 'road' }))).toEqual([])
  })

  it('is not asked on the strength of an option that does not exist', () => {
    const onlyIfRiver = question('river', { onlyIf: { question: 'where', is: 'river' } })
    expect(ids(asked([where, onlyIfRiver], { where: 'river' }))).toEqual(['where'])
  })
})

describe('a required question', () => {
  it('is unanswered while it is asked and has no valid answer', () => {
    expect(ids(unanswered(questions, {}))).toEqual(['where'])
    expect(ids(unanswered(questions, { where: ' ' }))).toEqual(['where'])
    expect(ids(unanswered(questions, { where: 'river' }))).toEqual(['where'])
    expect(ids(unanswered(questions, { where: 'road' }))).toEqual(['lane'])
    expect(ids(unanswered(questions, { where: 'yard' }))).toEqual([])
  })

  it('is not answered by what every object carries', () => {
    expect(ids(unanswered([question('constructor')], {}))).toEqual(['constructor'])
  })
})

describe('the answers kept', () => {
  it('are the valid ones to questions that were asked, trimmed', () => {
    const sent = { where: ' road ', lane: 'left', detour: ' через двір ', depth: ' 12 ', unknown: 'x' }
    expect(answersToKeep(questions, sent)).toEqual({ where: 'road', lane: 'left', detour: 'через двір', depth: '12' })
  })

  it('leave out options that do not exist, whatever hung on them, and empty words', () => {
    expect(answersToKeep(questions, { where: 'river', lane: 'left', detour: 'так' })).toEqual({})
    expect(answersToKeep(questions, { where: 'road', lane: 'left', detour: '  ' })).toEqual({
      where: 'road',
      lane: 'left',
    })
  })

  it.each(['-1', '1.5', '1e3', 'сто', '1234567890', '٣'])('leave out %s where a number is asked', (number) => {
    expect(answersToKeep([depth], { depth: number })).toEqual({})
  })
})
