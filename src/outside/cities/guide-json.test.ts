import { describe, expect, it } from 'vitest'
import { aCity, ukrainianHolidays, waterUtility } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { AreaId, CategoryId, GroupId } from '#src/domain/id.ts'
import { guideFromJson, guideToJson } from './guide-json.ts'

const water = 'water' as GroupId
const leak = 'water-leak' as CategoryId
const none = { areas: [], areaSources: [] }
const answerWithin = Temporal.Duration.from('P5D')
const name = { uk: 'Вода', en: 'Water' }

const guide: Guide = {
  city: {
    ...aCity(),
    calendar: {
      holidays: ukrainianHolidays,
      holidaysWorked: [{ from: Temporal.PlainDate.from('2022-03-24'), until: null }],
      daysOff: [Temporal.PlainDate.from('2027-01-01')],
      workedWeekends: [Temporal.PlainDate.from('2027-01-09')],
    },
  },
  groups: [{ id: water, name }],
  categories: new Map([
    [leak, { id: leak, group: water, name, open: true, answerWithin, questions: [], sameWithin: 50 }],
  ]),
  organizations: new Map([[waterUtility, { id: waterUtility, name, email: 'water@city.example' }]]),
  rules: [
    { category: leak, organization: waterUtility },
    { group: water, organization: waterUtility },
    { group: water, organization: waterUtility, area: 'old-town' as AreaId },
  ],
  areas: new Map(),
  areaSources: [],
  outline: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [30, 50],
          [31, 50],
          [31, 51],
          [30, 50],
        ],
      ],
    ],
  },
}

describe('a guide as JSON', () => {
  it('has terms and dates as texts and maps as lists', () => {
    expect(JSON.parse(JSON.stringify(guideToJson(guide)))).toMatchObject({
      city: {
        policy: { answerWithin: 'P1M', remindAt: '08:00:00', reopenWithin: 'P30D' },
        calendar: {
          holidays: {
            fixed: ['01-01', '03-08', '05-01', '05-08', '06-28', '07-15', '08-24', '10-01', '12-25'],
            easter: true,
            trinity: true,
          },
          holidaysWorked: [{ from: '2022-03-24', until: null }],
          daysOff: ['2027-01-01'],
          workedWeekends: ['2027-01-09'],
        },
      },
      categories: [{ id: 'water-leak', answerWithin: 'P5D' }],
      organizations: [{ id: 'water-utility' }],
    })
  })

  it('gives Temporal values and maps back', () => {
    const phones = [{ dial: '112', shown: '112', name, emergency: true }]
    const back = guideFromJson(guideToJson({ ...guide, city: { ...guide.city, phones } }), none)

    expect(back?.city.policy.answerWithin).toBeInstanceOf(Temporal.Duration)
    expect(back?.city.policy.answerWithin.toString()).toBe('P1M')
    expect(back?.city.calendar.daysOff.map(String)).toEqual(['2027-01-01'])
    expect(back?.categories.get(leak)).toEqual(guide.categories.get(leak))
    expect(back?.rules).toEqual(guide.rules)
  })

  it('is refused when it is something else', () => {
    expect(guideFromJson({ city: 'zhytomyr' }, none)).toBeNull()
    expect(guideFromJson(null, none)).toBeNull()
  })
})
