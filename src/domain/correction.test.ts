import { describe, expect, it } from 'vitest'
import type { Category } from './category.ts'
import { corrected, objectionToCorrection } from './correction.ts'
import { anAct, aReport } from './examples.ts'
import type { CategoryId, GroupId } from './id.ts'
import type { Question } from './questions.ts'

const question = (id: string, kind: 'text' | 'number', required: boolean): Question => ({
  id,
  label: { uk: id, en: id },
  answer: { kind },
  required,
})
const id = (name: string) => name as CategoryId
const aCategory = (changes: Partial<Category>): Category => ({
  id: id('own'),
  group: 'streets' as GroupId,
  name: { uk: 'Яма', en: 'Pothole' },
  open: true,
  questions: [],
  sameWithin: 50,
  ...changes,
})
const own = aCategory({ id: id('own'), open: false, questions: [question('size', 'number', true)] })
const shut = aCategory({ id: id('shut'), open: false })
const leak = aCategory({
  id: id('leak'),
  questions: [question('size', 'number', false), question('from', 'text', true)],
})
const categories = new Map([own, shut, leak].map((one) => [one.id, one]))
const report = aReport({ categoryId: own.id, answers: { size: '3' } })
const revise = anAct('revise')

describe('a correction', () => {
  it.each(['approve', 'revise'] as const)(
    'by %s gives a report no category that is not there or takes none',
    (kind) => {
      const refused = (categoryId: CategoryId) =>
        objectionToCorrection({ ...anAct(kind), categoryId } as never, report, categories)?.kind
      expect(refused(id('nothing'))).toBe('no_such_category')
      expect(refused(shut.id)).toBe('category_closed')
      expect(refused(own.id)).toBeUndefined()
    },
  )

  it('needs what another category asks of an author, and of no moderator', () => {
    const to = { categoryId: leak.id }
    expect(objectionToCorrection({ ...anAct('approve'), ...to } as never, report, categories)).toBeNull()
    expect(objectionToCorrection({ ...revise, ...to } as never, report, categories)).toEqual({
      kind: 'answer_missing',
      question: 'from',
    })
    const answered = (answers: Readonly<Record<string, string>>) =>
      objectionToCorrection({ ...revise, ...to, answers } as never, report, categories)
    expect(answered({ from: 'з люка' })).toBeNull()
    expect(answered({ from: 'з люка', size: 'три' })).toEqual({ kind: 'answer_missing', question: 'size' })
  })

  it('asks for its own answers only where they are given anew', () => {
    expect(objectionToCorrection(revise, aReport({ categoryId: own.id }), categories)).toBeNull()
    expect(objectionToCorrection({ ...revise, answers: { size: '' } } as never, report, categories)?.kind).toBe(
      'answer_missing',
    )
  })

  it('keeps answers, takes new ones, and drops what another category does not ask', () => {
    const answers = (act: object) => corrected(report, act as never, categories).answers
    expect(answers(revise)).toEqual({ size: '3' })
    expect(answers({ ...revise, answers: { size: '5', other: 'x' } })).toEqual({ size: '5' })
    expect(answers({ ...revise, categoryId: leak.id, answers: { from: 'з люка' } })).toEqual({ from: 'з люка' })
    expect(answers({ ...anAct('approve'), categoryId: shut.id })).toEqual({})
  })
})
