import type { openData as uk } from '../uk/open-data.ts'

export const openData = {
  'open_data.somebody': 'A resident',
  'feed.reports': 'Reports by residents of {city}',
  'feed.report': 'What happens to report No. {number}',
  'feed.state': 'Status: {status}.',

  'embed.more': 'More',
  'embed.title': 'Show it on your own site',
  'embed.text':
    'Copy the line into your page: the map or the list appears there, always fresh. To show only a part, set filters in the list of reports and come back here by the link below it.',
  'embed.shown': 'What will be shown: {what}',
  'embed.map': 'Map',
  'embed.list': 'List of the newest',
  'embed.link': 'Embed in your site',

  'open_data.title': 'Open data',
  'open_data.lead':
    'All that is on the reports’ pages can be taken and worked with: count it, compare it, show it on a map of your own. No keys, no registration.',
  'open_data.now': 'All reports as they stand now',
  'open_data.now_text': 'The file is made when it is asked for and says how things stand at this moment.',
  'open_data.live_csv': 'Table (CSV)',
  'open_data.live_geojson': 'Points on a map (GeoJSON)',
  'open_data.day_csv': 'Yesterday’s table (CSV, gzip)',
  'open_data.day_geojson': 'Yesterday’s points on a map (GeoJSON, gzip)',
  'open_data.feed': 'News feed (Atom)',
  'open_data.filters': 'Only a part is needed? Set filters and take the file or the feed below the list:',
  'open_data.filters_list': 'reports by category, area, organization',
  'open_data.days': 'Files of past days',
  'open_data.days_text':
    'Every night all that was sent until the end of the day is written into compressed files. They do not change; they are kept for a week.',
  'open_data.days_none':
    'Every night all that was sent until the end of the day is written into compressed files. The first is still to come.',
  'open_data.format.csv': 'CSV (gzip)',
  'open_data.format.geojson': 'GeoJSON (gzip)',
  'open_data.reports': '{count, plural, one {# report} other {# reports}}',
  'open_data.licence': 'Licence',
  'open_data.licence.CC-BY-4.0': 'Creative Commons Attribution 4.0 (CC BY 4.0)',
  'open_data.licence.CC0-1.0': 'Creative Commons Zero 1.0 (CC0)',
  'open_data.licence_text.CC-BY-4.0':
    'Copy, share, change and use it, for profit too; only name the source: “{publisher}, Open City”.',
  'open_data.licence_text.CC0-1.0':
    'Copy, share, change and use it, for profit too, without any conditions. A mention is welcome: “{publisher}, Open City”.',
  'open_data.questions': 'Questions about the data:',
  'open_data.nobody':
    'Names, e-mail addresses, phone numbers, internal notes and reports that no moderator has seen yet are not in it.',
  'open_data.fields': 'What the fields mean',
  'open_data.fields_text':
    'The table is UTF-8 with commas between fields (RFC 4180). Times are by the city’s clock with the offset from UTC (RFC 3339). An apostrophe stands before words that a spreadsheet would take for a formula.',
  'open_data.for_catalogs': 'For data catalogues',
  'open_data.for_catalogs_text': 'A description for data.gov.ua and other catalogues:',
  'open_data.catalog': 'Open data of {city}: reports by residents',
  'open_data.catalog_text': 'Data of Open City: problems that residents of {city} report, and the answers to them.',
  'open_data.dataset': 'Reports of city problems by residents of {city}',
  'open_data.dataset_text':
    'Problems that residents of {city} reported: description, category, place, responsible organization, status, due date and time of the answer.',
  'open_data.keywords': 'citizens’ appeals, public services, city problems, accountability',

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
  'open_data.field.not_resolved_reason':
    'The reason for not solving it, as a name for programs. Empty for any other report.',
  'open_data.field.not_resolved_reason_name': 'The reason for not solving it, in words.',
  'open_data.field.days_to_answer': 'Days from the first acceptance to the answer that stands now. Empty without one.',
  'open_data.field.answered_late':
    'Whether the answer came after the end of its term: true or false. Empty without an answer.',
  'open_data.field.found_solved':
    'Whether most of those whom it concerns say that it is solved: true or false; a tie is false. Empty while nobody said.',
} as const satisfies Record<keyof typeof uk, string>
