import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { Locale } from '#src/domain/locale.ts'
import { answersInWords } from '#src/domain/questions.ts'
import { isPublic, type Point, type Report } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import { dayInLetter, momentInLetter } from '#src/text/dates.ts'
import type { Addresses } from '../addresses.ts'
import type { Fact, Picture } from './content.ts'

/** Enough to know which report it is. */
export function reportInShort(report: Report, guide: Guide, t: Say): readonly Fact[] {
  return [
    { label: t('letter.fact.problem'), value: headline(report.description) },
    { label: t('letter.fact.category'), value: categoryName(report, guide, t.locale) },
    { label: t('letter.fact.place'), value: report.address || (report.location ? inFigures(report.location) : '') },
  ].filter(({ value }) => value)
}

/** All of a report that an organization works with: nobody has to open anything to know where to go and what for. */
export function reportInWhole(report: Report, media: readonly string[], guide: Guide, t: Say): readonly Fact[] {
  const { description, address, location, submittedAt, answerDue } = report
  const { timeZone } = guide.city
  const facts: readonly Fact[] = [
    { label: t('letter.fact.category'), value: categoryName(report, guide, t.locale) },
    { label: t('letter.fact.description'), value: description },
    ...answersInWords(guide.categories.get(report.categoryId)?.questions ?? [], report.answers, t.locale),
    { label: t('letter.fact.place'), value: address },
    {
      label: t('letter.fact.point'),
      value: location ? inFigures(location) : '',
      links: location ? [mapOf(location)] : [],
    },
    { label: t('letter.fact.media'), value: '', links: media },
    { label: t('letter.fact.submitted'), value: momentInLetter(submittedAt, t.locale, timeZone) },
    { label: t('letter.fact.due'), value: answerDue ? dayInLetter(answerDue, t.locale, timeZone) : '' },
  ]
  return facts.filter(({ value, links = [] }) => value || links.length > 0)
}

/** Where it is, on the city's streets; null for a report that has no place, or none that everyone may see. */
export function pictureOfPlace(report: Report, { city }: Guide, addresses: Addresses, t: Say): Picture | null {
  if (!report.location || !isPublic(report)) return null
  return { url: addresses.still(city.id, report.number), words: t('map.still') }
}

/** Also of a category that the city has taken out: then its bare id. */
export function categoryName({ categoryId }: Report, { categories }: Guide, locale: Locale): string {
  return categories.get(categoryId)?.name[locale] ?? categoryId
}

/** A metre or so. */
const digits = 5

function inFigures({ lat, lng }: Point): string {
  return `${lat.toFixed(digits)}, ${lng.toFixed(digits)}`
}

function mapOf({ lat, lng }: Point): string {
  const [north, east] = [lat.toFixed(digits), lng.toFixed(digits)]
  return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=18/${north}/${east}`
}
