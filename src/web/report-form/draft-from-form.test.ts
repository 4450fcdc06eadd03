import { expect, it } from 'vitest'
import { longest } from '#src/domain/words.ts'
import { aKey } from '#test/some-reports.ts'
import { draftFromForm } from './draft-from-form.ts'

const read = (fields: Record<string, string>) => {
  const all = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))
  return draftFromForm(all, aKey(), [], 'uk')
}

it('counts an emoji as one character of what may be written', () => {
  const most = { address: '🕳'.repeat(longest.address), description: '🕳'.repeat(longest.description) }
  expect(read({ category: 'pothole', ...most }).malformed).toEqual([])
  const more = { address: `${most.address}а`, description: `${most.description}а` }
  expect(read({ category: 'pothole', ...more }).malformed).toEqual([
    { kind: 'address_long', most: 300 },
    { kind: 'description_long', most: 5000 },
  ])
})

it('says of an answer that it is too long, rather than cut it', () => {
  const answer = 'я'.repeat(longest.answer)
  expect(read({ category: 'pothole', 'answer.pothole.where': answer }).malformed).toEqual([])
  const { draft, malformed } = read({ category: 'pothole', 'answer.pothole.where': `${answer}🕳` })
  expect(malformed).toEqual([{ kind: 'answer_long', question: 'where', most: 500 }])
  expect(draft.answers.where).toBe(`${answer}🕳`)
})

it.each([
  ['NaN', '50.25'],
  ['Infinity', '50.25'],
  ['28.65', ''],
  ['28,65', '50,25'],
  ['0x1c', '50'],
  ['1e1', '50'],
  ['181', '50'],
  ['28', '-90.000000000001'],
  ['٢٨', '٥٠'],
  ['28.6587 ', '50.25\n51'],
])('takes %j and %j for no point', (lng, lat) => {
  const { draft, malformed } = read({ category: 'pothole', lng, lat })
  expect(draft.location).toBeNull()
  expect(malformed).toEqual([{ kind: 'point_malformed' }])
})

it('keeps answers by whatever name they come, apart from what names mean to the language', () => {
  const { draft } = read({ category: 'pothole', 'answer.pothole.__proto__': '1', 'answer.pothole.constructor': '2' })
  expect(Object.entries(draft.answers)).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ])
})

const appeal = {
  category: 'pothole',
  appeal_surname: ' Заявниченко ',
  appeal_name: 'Уляна',
  appeal_patronymic: 'Іванівна',
  appeal_residence: 'вул.  Мешканців,\n7',
}

it('reads a formal appeal only where it was chosen', () => {
  expect(read(appeal).draft.appeal).toBeNull()
  expect(read({ ...appeal, appeal: 'no' }).draft.appeal).toBeNull()
  expect(read({ ...appeal, appeal: 'yes' })).toMatchObject({
    draft: {
      appeal: { surname: 'Заявниченко', name: 'Уляна', patronymic: 'Іванівна', residence: 'вул. Мешканців, 7' },
    },
    malformed: [],
  })
  expect(read({ category: 'pothole', appeal: 'yes' }).draft.appeal).toEqual({
    surname: '',
    name: '',
    patronymic: '',
    residence: '',
  })
})

it('says of a part of an appeal that it is too long', () => {
  const long = { appeal_name: 'я'.repeat(81), appeal_residence: 'я'.repeat(301) }
  expect(read({ ...appeal, ...long }).malformed).toEqual([])
  expect(read({ ...appeal, ...long, appeal: 'yes' }).malformed).toEqual([
    { kind: 'appeal_long', part: 'name', most: 80 },
    { kind: 'appeal_long', part: 'residence', most: 300 },
  ])
})
