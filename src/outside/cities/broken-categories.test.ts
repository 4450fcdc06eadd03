import { describe, expect, it } from 'vitest'
import { toldOfChange } from './small-city.examples.ts'

describe('a mistake in categories.yaml', () => {
  const options = `          answer: choice
          required: true
          options:
            - { id: ground, uk: З землі, en: Ground }
            - { id: manhole, uk: З люка, en: Manhole }
`
  const term = 'expected a term of days, weeks or months, such as P30D or P1M'
  const leak = '[0].categories[0]'

  it.each([
    ['id: other', 'id: water', '21: [1].id: "water" stands above already'],
    ['id: else', 'id: water-leak', '26: [1].categories[1].id: "water-leak" stands above already'],
    ['id: depth', 'id: source', `14: ${leak}.questions[1].id: "source" stands above already`],
    ['id: manhole', 'id: ground', `13: ${leak}.questions[0].options[1].id: "ground" stands above already`],
    ['en: Leak', 'en:', `5: ${leak}.name.en: expected a text, found nothing`],
    ['uk: З люка, ', '', `13: ${leak}.questions[0].options[1].uk: expected a text, found nothing`],
    [options, '          answer: choice\n', `7: ${leak}.questions[0].options: expected a list, found nothing`],
    ['answer: choice', 'answer: list', `9: ${leak}.questions[0].answer: expected choice, text or number`],
    ['answer: number', 'answer:', `16: ${leak}.questions[1].answer: expected choice, text or number`],
    ['required: true', 'required: yes', `10: ${leak}.questions[0].required: expected true or false, found "yes"`],
    ['is: manhole', 'is: pump', `17: ${leak}.questions[1].onlyIf: "pump" is no option of "source"`],
    [
      'question: source',
      'question: depth',
      `17: ${leak}.questions[1].onlyIf: "depth" is no earlier question of this category`,
    ],
    [options, '          answer: text\n', `13: ${leak}.questions[1].onlyIf: "source" has no options to depend on`],
    [
      '            - { id: manhole, uk: З люка, en: Manhole }\n',
      '',
      `11: ${leak}.questions[0].options: expected at least 2 in the list, found 1`,
    ],
    ['open: false', 'answerWithin: P2M', `20: [0].categories[1].answerWithin: is longer than the city’s own term, P1M`],
    [
      'open: false',
      'answerWithin: P30D',
      `20: [0].categories[1].answerWithin: is longer than the city’s own term, P1M`,
    ],
    ['open: false', 'answerWithin: soon', `20: [0].categories[1].answerWithin: ${term}`],
    ['{ uk: Інше, en', '{ uk: Інше, усе, en', '22: [1].name.усе: is not known here'],
    ['answer: choice', 'answer: choice: text', '9: Nested mappings are not allowed in compact mappings'],
  ])('%j → %j is told', async (before, after, told) => {
    expect((await toldOfChange('categories.yaml', before, after))[0]).toBe(`small/categories.yaml:${told}`)
  })

  it('is not told twice: a condition on a broken question waits until that is right', async () => {
    const told = await toldOfChange('categories.yaml', '            - { id: ground, uk: З землі, en: Ground }\n', '')
    expect(told).toHaveLength(1)
  })
})
