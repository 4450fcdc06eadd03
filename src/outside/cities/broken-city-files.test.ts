import { describe, expect, it } from 'vitest'
import { toldOfChange } from './small-city.examples.ts'

describe('a mistake in city.yaml', () => {
  const term = 'expected a term of days, weeks or months, such as P30D or P1M'
  const law = 'expected a month at most, P1M or 28 days (Law on Citizens’ Appeals, art. 20)'
  const dialled = 'expected what a phone dials: digits, with + before a country, such as +380412481481'

  it.each([
    ['uk: Малого, ', '', '2: nameOf.uk: expected a text, found nothing'],
    ['en: Small }\nname', "en: '  ' }\nname", '1: name.en: expected a text, found it empty'],
    ['uk: Мале', 'ru: Малое', ['1: name.uk: expected a text, found nothing', '1: name.ru: is not known here']],
    ['Kyiv', 'Kiyv', '3: timeZone: expected a time zone of the IANA list, such as Europe/Kyiv'],
    ['Europe/Kyiv', "'+02:00'", '3: timeZone: expected a time zone of the IANA list, such as Europe/Kyiv'],
    ['timeZone: Europe/Kyiv\n', '', '1: timeZone: expected a text, found nothing'],
    ['lat: 50.5', 'lat: 150.5', '4: center.lat: expected at most 90, found the number 150.5'],
    ['lng: 30.5', 'lng: 29.5', '4: center: lies outside the outline'],
    ['P1M', 'P2M', `6: policy.answerWithin: ${law}`],
    ['P1M', 'P30D', `6: policy.answerWithin: ${law}`],
    ['P30D', 'PT12H', `7: policy.reopenWithin: ${term}`],
    ['P30D', 'P0D', `7: policy.reopenWithin: ${term}`],
    ['P30D', '-P3D', `7: policy.reopenWithin: ${term}`],
    ['P1M', 'P1M\n  waitingStopsTerm: often', '7: policy.waitingStopsTerm: expected true or false, found "often"'],
    ['P1M', 'P1M\n  remindBefore: [10, 10]', '7: policy.remindBefore: expected each number of days once'],
    ['P1M', 'P1M\n  remindBefore: [-1]', '7: policy.remindBefore[0]: expected at least 0, found the number -1'],
    ['P1M', "P1M\n  remindAt: '25:00'", '7: policy.remindAt: expected a time of day, such as 08:00'],
    ['calendar:', 'email: at the council\ncalendar:', '9: email: expected an e-mail address'],
    ['mostMedia: 5', 'mostMedia: five', '8: policy.mostMedia: expected a number, found "five"'],
    ['mostMedia: 5', 'mostMedia: 2.5', '8: policy.mostMedia: expected a whole number, found the number 2.5'],
    ['mostMedia: 5', 'mostMedia: 5\n  mostFiles: 5', '9: policy.mostFiles: is not known here'],
    ['2027-01-01', '2027-02-29', '10: calendar.daysOff[0]: expected a date that exists, such as 2027-01-01'],
    ['01-09', '01-08', '11: calendar.workedWeekends[0]: expected a Saturday or a Sunday: other days are worked anyway'],
    ["dial: '112'", 'dial: 112', '13: phones[0].dial: expected a text, found the number 112'],
    ["dial: '112'", "dial: '(0412) 48'", `13: phones[0].dial: ${dialled}`],
    ['timeZone', 'name', '3: Map keys must be unique'],
    ['Small }\n', 'Small }\ncopy: *name\n', '2: write it out: references (*name) are not followed here'],
  ])('%j → %j is told', async (before, after, told) => {
    const lines = [told].flat().map((line) => `small/city.yaml:${line}`)
    expect(await toldOfChange('city.yaml', before, after)).toEqual(lines)
  })
})

describe('a mistake in organizations.yaml', () => {
  const slug = 'expected an id of a-z, 0-9 and single hyphens, such as water-leak'

  it.each([
    ['id: guard', 'id: water-utility', '4: [1].id: "water-utility" stands above already'],
    ['id: guard', 'id: Guard', `4: [1].id: ${slug}`],
    ['id: guard', 'id: варта', `4: [1].id: ${slug}`],
    ['id: guard', 'id: the--guard', `4: [1].id: ${slug}`],
    ['water@city.example', 'water@city.example\n  headEmail: head', '4: [0].headEmail: expected an e-mail address'],
    ['guard@city.example', 'guard at city', '6: [1].email: expected an e-mail address'],
  ])('%j → %j is told', async (before, after, told) => {
    expect(await toldOfChange('organizations.yaml', before, after)).toEqual([`small/organizations.yaml:${told}`])
  })
})

describe('a mistake in responsibility.yaml', () => {
  const nobody = 'has no organization in responsibility.yaml, and its group is not left to the moderator'

  it.each([
    ['noise: guard', 'nois: guard', 'responsibility.yaml:4: categories.nois: there is no category "nois"'],
    ['noise: guard', 'noise: guards', 'responsibility.yaml:4: categories.noise: there is no organization "guards"'],
    ['[other]', '[other, water]', 'responsibility.yaml:5: leftToModerator[1]: "water" has an organization above'],
    ['[other]', '[other, others]', 'responsibility.yaml:5: leftToModerator[1]: there is no group "others"'],
    ['[other]', '[]', `categories.yaml:26: [1].categories[1].id: "else" ${nobody}`],
    [
      '  water:',
      '  constructor:',
      [
        'responsibility.yaml:2: groups.constructor: there is no group "constructor"',
        `categories.yaml:4: [0].categories[0].id: "water-leak" ${nobody}`,
        `categories.yaml:18: [0].categories[1].id: "no-water" ${nobody}`,
      ],
    ],
  ])('%j → %j is told', async (before, after, told) => {
    const lines = [told].flat().map((line) => `small/${line}`)
    expect(await toldOfChange('responsibility.yaml', before, after)).toEqual(lines)
  })
})

describe('a mistake in outline.geojson', () => {
  const closed = 'expected a closed ring, which ends at the position it begins with'

  it.each([
    ['[30, 50]\n', '[30, 51]\n', `6: geometry.coordinates[0]: ${closed}`],
    ['[31, 51]', '[231, 51]', '9: geometry.coordinates[0][2][0]: expected at most 180, found the number 231'],
    ['[31, 51],\n', '', '6: geometry.coordinates[0]: expected at least 4 in the list, found 3'],
    ['"Polygon"', '"Point"', '5: geometry.type: expected Polygon or MultiPolygon'],
    ['"Feature"', '"FeatureCollection"', '2: type: expected Feature, found "FeatureCollection"'],
  ])('%j → %j is told', async (before, after, told) => {
    expect(await toldOfChange('outline.geojson', before, after)).toEqual([`small/outline.geojson:${told}`])
  })
})

describe('a mistake in staff.yaml', () => {
  it.each([
    ['organization: guard, ', '', '1: [0].organization: expected a text, found nothing'],
    ['organization: guard', 'organization: guards', '1: [0].organization: there is no organization "guards"'],
    ['role: administrator', 'role: boss', '2: [1].role: expected moderator, officer or administrator'],
    ['administrator', 'moderator, organization: guard', '2: [1].organization: is not known here'],
    [
      'admin@city.example, role: administrator',
      'officer@city.example, role: officer, organization: guard',
      '2: [1].email: "officer@city.example" stands above already in this role',
    ],
  ])('%j → %j is told', async (before, after, told) => {
    expect(await toldOfChange('staff.yaml', before, after)).toEqual([`small/staff.yaml:${told}`])
  })
})
