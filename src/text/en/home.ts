import type { home as uk } from '../uk/home.ts'

export const home = {
  'home.title': 'Seen a problem in the city? Report it.',
  'home.lead':
    'A moderator looks at the report and passes it to whoever is responsible. An answer within a month, or the reason why not. Everyone can see each step.',
  'home.choose': 'Choose a city',
  'home.problems_of': 'Reports of the residents of {city}',
  'home.not_for_danger': 'This is not a rescue service. If anyone is in danger, call',
} as const satisfies Record<keyof typeof uk, string>
