import { type Locale, languageTags } from '#src/domain/locale.ts'

/** «5 лютого 2026 року», "5 February 2026": a letter may be read in another year, so the year always stands. */
export function dayInLetter(day: Temporal.Instant | Temporal.PlainDate, locale: Locale, timeZone: string): string {
  const date = day instanceof Temporal.Instant ? day.toZonedDateTimeISO(timeZone).toPlainDate() : day
  return yearSpelt(date.toLocaleString(languageTags[locale], { dateStyle: 'long' }))
}

/** «5 лютого 2026 року о 14:05», "5 February 2026 at 14:05", by the city's clock. */
export function momentInLetter(at: Temporal.Instant, locale: Locale, timeZone: string): string {
  return yearSpelt(at.toLocaleString(languageTags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }))
}

/** The abbreviation ends in a dot, which would end our sentence too. */
function yearSpelt(date: string): string {
  return date.replace(/\u00a0?\s?р\./u, ' року')
}
