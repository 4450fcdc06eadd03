import type { openData as uk } from '../uk/open-data.ts'

export const openData = {
  'open_data.somebody': 'A resident',
  'feed.reports': 'Reports by residents of {city}',
  'feed.report': 'What happens to report No. {number}',
  'feed.state': 'Status: {status}.',

  'open_data.field.number': 'Number of the report: unique in the city, never changed.',
  'open_data.field.url': 'Address of the report’s page.',
  'open_data.field.status': 'Status, as a name for programs.',
  'open_data.field.status_name': 'Status in words.',
  'open_data.field.headline': 'First sentence of the description, shortened.',
  'open_data.field.description': 'The problem in the resident’s words.',
  'open_data.field.language': 'Language of the description: uk or en.',
  'open_data.field.address': 'Address or landmark in the resident’s words.',
  'open_data.field.longitude': 'Longitude, WGS 84 degrees. Empty while no point is set.',
  'open_data.field.latitude': 'Latitude, WGS 84 degrees.',
  'open_data.field.areas':
    'Districts and neighbourhoods that the place lies in: names for programs, separated by spaces.',
  'open_data.field.area_names': 'The same districts and neighbourhoods in words.',
  'open_data.field.group': 'Group of categories, as a name for programs.',
  'open_data.field.group_name': 'Group of categories in words.',
  'open_data.field.category': 'Category of the problem, as a name for programs.',
  'open_data.field.category_name': 'Category in words.',
  'open_data.field.organization': 'Organization that is responsible, as a name for programs.',
  'open_data.field.organization_name': 'The same organization in words.',
  'open_data.field.submitted_at': 'When the resident sent the report.',
  'open_data.field.accepted_at': 'When a moderator accepted it.',
  'open_data.field.answer_due': 'By when an answer is due. Empty when the report is closed.',
  'open_data.field.answered_at':
    'When the organization said that it is solved, or why not. Empty while there is no answer.',
  'open_data.field.status_since': 'Since when this status holds.',
  'open_data.field.confirmed': 'Whether the author agreed that it is solved: true or false.',
  'open_data.field.supporters': 'How many other people support the report.',
  'open_data.field.merged_into': 'Number of the report that this one was merged into.',
} as const satisfies Record<keyof typeof uk, string>
