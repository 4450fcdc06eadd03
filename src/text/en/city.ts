import type { city as uk } from '../uk/city.ts'

export const city = {
  'city.title': 'Seen a problem in the city? Report it.',
  'city.lead':
    'Here the residents of {city} report potholes, leaks or dark streets, and the city’s organizations answer within a month: what was done, or why not. Everyone can see each step.',
  'city.figures': 'In the last 30 days',
  'city.came': '{count, plural, one {report in 30 days} other {reports in 30 days}}',
  'city.resolved': 'resolved in 30 days, older ones too',
  'city.by.district': 'Received in 30 days, by district',
  'city.by.neighbourhood': 'Received in 30 days, by neighbourhood',
  'city.came_to':
    '{count, plural, =0 {no reports} one {# report, {resolved} of them resolved} other {# reports, {resolved} of them resolved}}',
  'city.newest': 'New reports',
  'city.all': 'All reports',
  'city.none': 'There are no reports yet',
  'city.none_hint': 'Yours may be the first.',
  'city.how': 'How it works',
  'city.step1': 'Report',
  'city.step1_text': 'What happened, a photo and the place on the map. Two minutes on a phone.',
  'city.step2': 'We pass it on',
  'city.step2_text': 'A moderator looks at it, and it goes to the organization that is responsible.',
  'city.step3': 'Follow it',
  'city.step3_text': 'Each step is on the report’s page and in your mail. The answer comes within a month.',
  'city.how_more': 'More about it: rules and terms',
} as const satisfies Record<keyof typeof uk, string>
