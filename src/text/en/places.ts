import type { places as uk } from '../uk/places.ts'

export const places = {
  'places.title': 'Find an address',
  'places.description': 'Streets, houses, crossings and landmarks of {city}.',
  'places.query': 'Address, street, crossing or landmark',
  'places.query_hint':
    'For example: a street and a house number, two streets with a slash between, the name of a stop. An old name or a slip does no harm.',
  'places.find': 'Find',
  'places.found': 'Found: {count}',
  'places.find_here': 'Find this address',
  'places.point_at': 'The point is set: {place}',
  'places.results': 'What was found',
  'places.none': 'We know of no such place here',
  'places.none_hint':
    'Check the name, or write the street alone. A report can also describe the place in your own words.',
  'places.report_here': 'Report a problem here',
  'places.report_here_at': 'Report a problem here: {place}',
  'places.kind.street': 'Street',
  'places.kind.square': 'Square',
  'places.kind.landmark': 'Landmark',
  'places.kind.stop': 'Stop',
  'places.kind.house': 'House',
  'places.kind.crossing': 'Crossing',
  'places.house': '{street}, {house}',
  'places.crossing': '{one} / {other}',
  'places.old_name': 'Old name: {name}',
  'places.estimate': 'About here: between houses {below} and {above}',
  'places.unknown_house': 'House {house} is not in the list: this is the street',
  'places.rough_crossing': 'About here: the exact crossing is not known',
  'places.sources': 'Data on addresses: {sources}',
  'places.openstreetmap': '© OpenStreetMap contributors, ODbL licence',
} as const satisfies Record<keyof typeof uk, string>
