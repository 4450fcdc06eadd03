import { z } from 'zod'
import { licences } from '#src/domain/city.ts'
import { bothLanguages, clockTime, colour, date, email, monthDay, path, point, term, words } from './leaf-shapes.ts'

const phone = z.strictObject({
  dial: z.string().regex(/^\+?\d{2,15}$/, {
    error: 'expected what a phone dials: digits, with + before a country, such as +380412481481',
  }),
  shown: words,
  name: bothLanguages,
  emergency: z.boolean(),
})

const appeals = z.strictObject({ taken: z.boolean(), keptFor: term })

const policy = z.strictObject({
  answerWithin: term.refine(isWithinLaw, {
    error: 'expected a month at most, P1M or 28 days (Law on Citizens’ Appeals, art. 20)',
  }),
  waitingStopsTerm: z.boolean().default(false),
  remindBefore: z
    .array(z.int().min(0).max(20))
    .refine((days) => new Set(days).size === days.length, { error: 'expected each number of days once' })
    .default([10, 3, 0]),
  remindAt: clockTime.default(Temporal.PlainTime.from('08:00')),
  quietHours: z
    .strictObject({ from: clockTime, until: clockTime })
    .default({ from: Temporal.PlainTime.from('21:00'), until: Temporal.PlainTime.from('08:00') }),
  reopenWithin: term,
  mostMedia: z.int().min(0).max(20),
  appeals: appeals.default({ taken: false, keptFor: Temporal.Duration.from({ years: 1 }) }),
})

const holidays = z.strictObject({ fixed: z.array(monthDay), easter: z.boolean(), trinity: z.boolean() })

const calendar = z.strictObject({
  holidays: holidays.default({ fixed: [], easter: false, trinity: false }),
  holidaysWorked: z.array(z.strictObject({ from: date, until: date.nullable() })).default([]),
  daysOff: z.array(date),
  workedWeekends: z.array(
    date.refine((day) => day.dayOfWeek > 5, { error: 'expected a Saturday or a Sunday: other days are worked anyway' }),
  ),
})

const openData = z
  .strictObject({
    licence: z.enum(licences).default('CC-BY-4.0'),
    publisher: bothLanguages.nullable().default(null),
    email: email.nullable().default(null),
  })
  .prefault({})

/** The product's own pin, where a city has no emblem. */
const emblem = z
  .strictObject({
    ground: colour.default('#0b4fa0'),
    sign: colour.default('#ffc400'),
    path: path.default('M50 95.7 23.1 68.9a38 38 0 1 1 53.8 0zM50 28a14 14 0 1 0 0 28 14 14 0 1 0 0-28z'),
  })
  .prefault({})

/** `city.yaml`: what a city is, but for its id, which is the folder's name. */
export const cityShape = z.strictObject({
  name: bothLanguages,
  nameOf: bothLanguages,
  timeZone: words.refine(isTimeZone, { error: 'expected a time zone of the IANA list, such as Europe/Kyiv' }),
  center: point,
  email: email.exactOptional(),
  phones: z.array(phone).min(1),
  policy,
  calendar,
  openData,
  emblem,
})

/** Against the shortest month, so that no month of the year makes the term longer than one. */
function isWithinLaw(term: Temporal.Duration): boolean {
  return Temporal.Duration.compare(term, { months: 1 }, { relativeTo: '2026-02-01' }) <= 0
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && /^[A-Z]/.test(name)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
