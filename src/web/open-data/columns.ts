import { type PublishedField, publishedFields } from '#src/domain/published-report.ts'
import { say } from '#src/text/catalogue.ts'
import type { Handler } from '../context.ts'
import type { PublicLooks } from '../public-look.ts'
import { inBoth, licenceAddress } from './catalog.ts'

/** What is in a cell, by the names of XML Schema; words where nothing is said. */
const datatypes: Readonly<Partial<Record<PublishedField, string>>> = {
  number: 'integer',
  url: 'anyURI',
  longitude: 'decimal',
  latitude: 'decimal',
  submitted_at: 'dateTimeStamp',
  accepted_at: 'dateTimeStamp',
  answer_due: 'dateTimeStamp',
  answered_at: 'dateTimeStamp',
  status_since: 'dateTimeStamp',
  confirmed: 'boolean',
  supporters: 'integer',
  merged_into: 'integer',
  days_to_answer: 'integer',
  answered_late: 'boolean',
  found_solved: 'boolean',
}

/** What each column of the table means and holds, for programs: CSV on the Web (W3C, 2015), where they look for it. */
export function columns({ kept, versions }: PublicLooks): Handler<'reportsColumns'> {
  return async ({ request, guide: { city }, t, to, problem }) => {
    const answer = await kept(request, {
      key: to.reportsColumns(city.id),
      version: await versions.ofCity(city.id),
      type: 'application/csvm+json; charset=utf-8',
      headers: [['access-control-allow-origin', '*']],
      draw: async () =>
        JSON.stringify(
          {
            '@context': ['http://www.w3.org/ns/csvw', { '@language': t.locale }],
            url: to.reportsCsv(city.id),
            'dc:title': t('open_data.dataset', { city: city.nameOf[t.locale] }),
            'dc:license': { '@id': licenceAddress[city.openData.licence] },
            tableSchema: { columns: publishedFields.map(columnOf), primaryKey: 'number' },
          },
          null,
          1,
        ),
    })
    return answer ?? problem({ kind: 'not_found' })
  }
}

function columnOf(name: PublishedField) {
  return {
    name,
    titles: name,
    'dc:description': inBoth((locale) => say(locale)(`open_data.field.${name}`)),
    datatype: datatypes[name] ?? 'string',
    ...(name === 'areas' && { separator: ' ' }),
    ...(name === 'number' && { required: true }),
  }
}
