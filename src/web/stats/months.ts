import { type Locale, languageTags } from '#src/domain/locale.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Period } from './asked-figures.ts'

/** Every month of a period, `2026-11`, from the first on. */
export function monthsOf({ from, until }: Period): readonly string[] {
  const { months } = from.until(until, { largestUnit: 'months' })
  return Array.from({ length: months }, (_, add) => monthOf(from.add({ months: add })))
}

export function monthOf(day: Temporal.PlainDate): string {
  return day.toString().slice(0, 7)
}

const named = { uk: formats('uk'), en: formats('en') } as const satisfies Record<Locale, unknown>

/** «листопад 2026» */
export function monthInWords(month: string, locale: Locale): string {
  return `${named[locale].long.format(dateOf(month))} ${month.slice(0, 4)}`
}

/** «січень 2026 — листопад 2026» */
export function periodInWords(t: Say, { from, until }: Period): string {
  const [first, last] = [monthOf(from), monthOf(until.subtract({ days: 1 }))]
  if (first === last) return monthInWords(first, t.locale)
  return t('figures.period', { from: monthInWords(first, t.locale), to: monthInWords(last, t.locale) })
}

/** For the axis of a chart: «лист.», and the year with the first and with each January. */
export function monthOnAxis(month: string, locale: Locale, first: boolean): string {
  const short = named[locale].short.format(dateOf(month))
  return first || month.endsWith('-01') ? `${short}\n${month.slice(0, 4)}` : short
}

function dateOf(month: string): number {
  return Temporal.PlainDate.from(`${month}-15`).toZonedDateTime('UTC').epochMilliseconds
}

function formats(locale: Locale) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTags[locale], { timeZone: 'UTC', ...options })
  return { long: format({ month: 'long' }), short: format({ month: 'short' }) }
}
