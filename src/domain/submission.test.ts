import { describe, expect, it } from 'vitest'
import type { Category } from './category.ts'
import { aCity, aDraft, aModerator, anAppeal, anOfficer, aResident, day } from './examples.ts'
import type { CategoryId, GroupId, MediaId, ReportId } from './id.ts'
import type { Question } from './questions.ts'
import { type Draft, type Facts, submit } from './submission.ts'

const words = { uk: 'Що тече?', en: 'What leaks?' }
const what: Question = { id: 'what', label: words, answer: { kind: 'text' }, required: true }
const category: Category = {
  id: 'water-leak' as CategoryId,
  group: 'water' as GroupId,
  name: words,
  open: true,
  questions: [],
  sameWithin: 50,
}
const files = (...names: string[]) => names as MediaId[]

const facts = (changes: Partial<Facts> = {}): Facts => ({
  id: 'new' as ReportId,
  city: aCity(),
  insideCity: true,
  category,
  waitingMedia: new Set(files('1', '2', '3', '4', '5', '6')),
  ...changes,
})

describe('a draft', () => {
  const resident = aResident()

  it('becomes a report that waits for a moderator, with the fact that it was submitted', () => {
    const draft = aDraft({
      description: ' Тече вода з люка \n',
      address: ' майдан Згоди, 3 ',
      nameShown: 'hidden',
      locale: 'en',
    })
    const submitted = submit(draft, facts(), resident, day(3))

    expect(submitted.ok && submitted.value.event).toEqual({
      kind: 'submitted',
      reportId: 'new',
      by: resident,
      at: day(3),
    })
    expect(submitted.ok && submitted.value.report).toEqual({
      id: 'new',
      cityId: aCity().id,
      draftKey: draft.key,
      categoryId: category.id,
      location: draft.location,
      address: 'майдан Згоди, 3',
      description: 'Тече вода з люка',
      answers: {},
      media: [],
      hiddenMedia: [],
      unseenMedia: [],
      reporter: resident.id,
      nameShown: 'hidden',
      locale: 'en',
      organization: null,
      status: 'submitted',
      statusSince: day(3),
      acceptedAt: null,
      termEnds: null,
      answerDue: null,
      dueSince: null,
      confirmed: false,
      mergedInto: null,
      submittedAt: day(3),
    })
  })

  it('keeps the answers that were asked for and each file once', () => {
    const draft = aDraft({ answers: { what: ' вода ', other: 'x' }, media: files('2', '1', '2') })
    const submitted = submit(draft, facts({ category: { ...category, questions: [what] } }), resident, day(0))
    expect(submitted.ok && submitted.value.report).toMatchObject({ answers: { what: 'вода' }, media: ['2', '1'] })
  })
})

describe('an objection', () => {
  const objections = (draft: Partial<Draft>, changes: Partial<Facts> = {}, by = aResident()) => {
    const submitted = submit(aDraft(draft), facts(changes), by, day(0))
    return submitted.ok ? [] : submitted.problem
  }

  it('is that nobody signed in, or somebody who is not a resident here', () => {
    for (const by of [{ kind: 'visitor' } as const, aModerator(), anOfficer(), { kind: 'system' } as const]) {
      const submitted = submit(aDraft(), facts(), by, day(0))
      expect(!submitted.ok && submitted.problem, by.kind).toEqual([{ kind: 'sign_in_needed' }])
    }
  })

  it('is that there is neither a point nor an address; either will do', () => {
    expect(objections({ location: null, address: ' ' })).toEqual([{ kind: 'place_missing' }])
    expect(objections({ location: null })).toEqual([])
    expect(objections({ address: '' })).toEqual([])
  })

  it('is a point outside the city', () => {
    expect(objections({}, { insideCity: false })).toEqual([{ kind: 'outside_city' }])
    expect(objections({ location: null }, { insideCity: false })).toEqual([])
  })

  it('is a category that takes no reports, or that nobody knows', () => {
    expect(objections({}, { category: { ...category, open: false } })).toEqual([{ kind: 'category_closed' }])
    expect(objections({}, { category: null })).toEqual([{ kind: 'category_closed' }])
  })

  it('is a description that says too little, spaces not counted at its ends', () => {
    expect(objections({ description: '  123456789  ' })).toEqual([{ kind: 'description_short', least: 10 }])
    expect(objections({ description: '1234567890' })).toEqual([])
  })

  it('is a text in which there is nothing to see', () => {
    const unseen = '\u200d'.repeat(20)
    expect(objections({ description: unseen })).toEqual([{ kind: 'description_short', least: 10 }])
    expect(objections({ location: null, address: unseen })).toEqual([{ kind: 'place_missing' }])
  })

  it('is one file too many', () => {
    expect(objections({ media: files('1', '2', '3', '4', '5') })).toEqual([])
    expect(objections({ media: files('1', '2', '3', '4', '5', '6') })).toEqual([{ kind: 'too_many_files', most: 5 }])
  })

  it('is each file that is gone or belongs to another report, once', () => {
    const gone = (file: string) => ({ kind: 'file_expired', file })
    expect(objections({ media: files('1', 'x', 'y', 'x') })).toEqual([gone('x'), gone('y')])
  })

  it('is each required question without an answer', () => {
    const optional = { ...what, id: 'since', required: false }
    const asking = { category: { ...category, questions: [what, optional] } }
    expect(objections({}, asking)).toEqual([{ kind: 'answer_missing', question: 'what' }])
    expect(objections({ answers: { what: 'вода' } }, asking)).toEqual([])
  })

  it('is each part of a formal appeal in which there is nothing to see', () => {
    const missing = (part: string) => ({ kind: 'appeal_missing', part })
    expect(objections({ appeal: anAppeal() })).toEqual([])
    expect(objections({ appeal: anAppeal({ patronymic: '—' }) })).toEqual([])
    const empty = anAppeal({ surname: ' ', residence: '\u200b' })
    expect(objections({ appeal: empty })).toEqual([missing('surname'), missing('residence')])
  })

  it('is an appeal to a city that takes none', () => {
    const city = aCity({ appeals: { taken: false, keptFor: Temporal.Duration.from({ years: 1 }) } })
    expect(objections({ appeal: anAppeal() }, { city })).toEqual([{ kind: 'appeals_not_taken' }])
  })

  it('never comes alone when there are more', () => {
    const closed = { ...category, open: false, questions: [what] }
    const wrong = { description: '', media: files('1', '2', '3', '4', '5', 'x') }
    const submitted = submit(aDraft(wrong), facts({ insideCity: false, category: closed }), { kind: 'visitor' }, day(0))
    const kinds = !submitted.ok && submitted.problem.map(({ kind }) => kind)
    expect(kinds).toEqual([
      'sign_in_needed',
      'outside_city',
      'category_closed',
      'description_short',
      'too_many_files',
      'file_expired',
      'answer_missing',
    ])
  })
})
