import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import { type PublishedField, type PublishedReport, publishedFields } from '#src/domain/published-report.ts'
import type { Say } from './catalogue.ts'
import { type Cell, csvRecord, csvStart } from './csv.ts'

/** In which words open data are written, and where a report's page is found. */
export type Telling = {
  readonly t: Say
  readonly guide: Guide
  /** A whole address. */
  readonly addressOf: (number: number) => string
}

/** How a set of reports is written to a file: what it begins with, each report in its turn, what it ends with. */
export type DataFormat = {
  readonly type: string
  readonly begin: string
  report(report: PublishedReport, telling: Telling, isFirst: boolean): string
  readonly end: string
}

/** Reports as a table with a header (RFC 4180). */
const csv: DataFormat = {
  type: 'text/csv; charset=utf-8; header=present',
  begin: csvStart + csvRecord(publishedFields),
  report(report, telling) {
    const facts = factsOf(report, telling)
    return csvRecord(publishedFields.map((field) => facts[field]))
  },
  end: '',
}

/** Reports as features (RFC 7946); one that has no place has no geometry. */
const geojson: DataFormat = {
  type: 'application/geo+json; charset=utf-8',
  begin: '{"type":"FeatureCollection","features":[',
  report: (report, telling, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(featureOf(report, telling))}`,
  end: '\n]}\n',
}

export const dataFormats = { csv, geojson } as const satisfies Record<string, DataFormat>

export type DataFormatName = keyof typeof dataFormats

/** A whole file of reports, piece by piece, as they come. */
export async function* dataFile(
  format: DataFormat,
  pages: AsyncIterable<readonly PublishedReport[]> | Iterable<readonly PublishedReport[]>,
  telling: Telling,
): AsyncGenerator<string> {
  let isFirst = true
  let begun = format.begin
  for await (const page of pages) {
    let piece = begun
    begun = ''
    for (const report of page) {
      piece += format.report(report, telling, isFirst)
      isFirst = false
    }
    yield piece
  }
  yield begun + format.end
}

function featureOf(report: PublishedReport, telling: Telling) {
  const { longitude, latitude, ...facts } = factsOf(report, telling)
  const point = { type: 'Point', coordinates: [longitude, latitude] }
  return {
    type: 'Feature',
    id: report.number,
    geometry: report.location && point,
    properties: { ...facts, areas: report.areas },
  }
}

/** All that open data say of a report, by field; null where there is nothing to say. */
function factsOf(report: PublishedReport, { t, guide, addressOf }: Telling): Readonly<Record<PublishedField, Cell>> {
  const { location, areas, status, answerDue, acceptedAt } = report
  const { city, groups, categories, organizations } = guide
  const category = categories.get(report.categoryId)
  const group = groups.find(({ id }) => id === category?.group)
  const organization = report.organization && organizations.get(report.organization)
  const at = (moment: Temporal.Instant | null) => moment && momentIn(city.timeZone, moment)
  return {
    number: report.number,
    url: addressOf(report.number),
    status,
    status_name: t(`status.${status}`),
    headline: headline(report.description),
    description: report.description,
    language: report.locale,
    address: report.address,
    longitude: location?.lng ?? null,
    latitude: location?.lat ?? null,
    areas: areas.join(' '),
    area_names: areas.map((id) => guide.areas.get(id)?.name[t.locale] ?? id).join(', '),
    group: group?.id ?? null,
    group_name: group?.name[t.locale] ?? null,
    category: report.categoryId,
    category_name: category?.name[t.locale] ?? null,
    organization: report.organization,
    organization_name: organization ? organization.name[t.locale] : null,
    submitted_at: at(report.submittedAt),
    accepted_at: at(acceptedAt),
    answer_due: at(answerDue),
    answered_at: status === 'resolved' || status === 'not_resolved' ? at(report.statusSince) : null,
    status_since: at(report.statusSince),
    confirmed: report.confirmed,
    supporters: report.supporters,
    merged_into: report.mergedInto,
    not_resolved_reason: report.declineReason,
    not_resolved_reason_name: report.declineReason && t(`decline.${report.declineReason}`),
    days_to_answer: report.daysToAnswer,
    answered_late: report.answeredLate,
    found_solved: report.foundSolved,
  }
}

/** RFC 3339 on the city's clock, with its offset from UTC. */
function momentIn(timeZone: string, moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO(timeZone).toString({ smallestUnit: 'second', timeZoneName: 'never' })
}
