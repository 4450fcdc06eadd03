import type { mapPage as uk } from '../uk/map-page.ts'

/** The map as a page of its own, in English. */
export const mapPage = {
  'map_page.open': 'Full-window map',
  'map_page.title': 'Map of reports',
  'map_page.description': 'Everything that residents of {city} have reported, on a map.',
  'map_page.needs_script':
    'The map needs JavaScript, which this browser lacks or has switched off. The same reports are in the list:',
  'map_page.to_list': 'List',
  'map_page.in_view': 'What the map shows',
  'map_page.near_me': 'Near me',
  'map_page.card': 'A report on the map',
} as const satisfies Record<keyof typeof uk, string>
