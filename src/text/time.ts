import { dayOf, daysOverdue } from '#src/domain/deadline.ts'
import { type Locale, languageTags } from '#src/domain/locale.ts'
import type { Say } from './catalogue.ts'

/** From where a moment is told: the city's own clock, and the present. */
export type Clock = { readonly timeZone: string; readonly now: Temporal.Instant }

/** «сьогодні, 08:40», «вчора, 18:02», «31 січня, 22:14»; another year is named. */
export function whenInWords(at: Temporal.Instant, clock: Clock, t: Say): string {
  const { timeZone, now } = clock
  const time = formats(t.locale, timeZone).time.format(at.epochMilliseconds)
  const days = daysBetween(at, now, timeZone)
  if (days === 0) return t('when.today', { time })
  if (days === 1) return t('when.yesterday', { time })
  return t('when.day', { day: dayInWords(at, clock, t), time })
}

/** «2 березня»; another year is named: «2 березня 2027 р.». */
export function dayInWords(at: Temporal.Instant, { timeZone, now }: Clock, { locale }: Say): string {
  const { day, dayOfYear } = formats(locale, timeZone)
  const yearOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).year
  return onOneLine((yearOf(at) === yearOf(now) ? day : dayOfYear).format(at.epochMilliseconds))
}

/** «2 березня 2027 р.» */
export function dateInWords(date: Temporal.PlainDate, { locale }: Say): string {
  return onOneLine(date.toLocaleString(languageTags[locale], { dateStyle: 'long' }))
}

/** A date is read at once: its parts stay together. */
function onOneLine(date: string): string {
  return date.replaceAll(' ', '\u00a0')
}

/** How much time an answer has left, in whole days of the city: «ще 3 дні», «прострочено на 2 дні». */
export function timeLeftInWords(due: Temporal.Instant, { timeZone, now }: Clock, t: Say): string {
  const late = daysOverdue(due, now, timeZone)
  return late > 0 ? t('due.late', { days: late }) : t('due.left', { days: daysBetween(now, due, timeZone) })
}

function daysBetween(from: Temporal.Instant, to: Temporal.Instant, timeZone: string): number {
  return dayOf(from, timeZone).until(dayOf(to, timeZone), { largestUnit: 'days' }).days
}

type Formats = Readonly<Record<'time' | 'day' | 'dayOfYear', Intl.DateTimeFormat>>

const kept = new Map<string, Formats>()

/** Building a format costs a hundred times what using it does. */
function formats(locale: Locale, timeZone: string): Formats {
  const known = kept.get(`${locale} ${timeZone}`)
  if (known) return known
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTags[locale], { timeZone, ...options })
  const made = {
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: format({ day: 'numeric', month: 'long' }),
    dayOfYear: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  }
  kept.set(`${locale} ${timeZone}`, made)
  return made
}
