import { z } from 'zod'
import type { Id } from '#src/domain/id.ts'

/** Ids stand in addresses and are stored with every report: lower case, digits, single hyphens. */
export function slug<Kind extends string>() {
  return z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected an id of a-z, 0-9 and single hyphens, such as water-leak' })
    .transform((text) => text as Id<Kind>)
}

export const words = z.string().trim().min(1, { error: 'expected a text, found it empty' })

/** A text in both languages, neither empty. */
export const bothLanguages = z.strictObject({ uk: words, en: words })

export const email = z.email({ error: 'expected an e-mail address' }).max(254)

export const colour = z.string().regex(/^#[0-9a-f]{6}$/, { error: 'expected a colour such as #0b4fa0' })

/** Drawn into pictures as it stands, so it may hold nothing else. */
export const path = z
  .string()
  .max(5000)
  .regex(/^M[MLHVCSQTAZ\d\s,.-]+$/i, { error: 'expected the path of an SVG in a square of 100, such as M10 10h80v80z' })

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)

/** WGS 84 degrees. */
export const point = z.strictObject({ lng: longitude, lat: latitude })

/** GeoJSON's order: longitude first. */
export const position = z.tuple([longitude, latitude])

/** Calendar units only: a term in hours would be lost on a date. */
export const term = z
  .string()
  .refine(isTerm, { error: 'expected a term of days, weeks or months, such as P30D or P1M' })
  .transform((text) => Temporal.Duration.from(text))

export const date = z.iso
  .date({ error: 'expected a date that exists, such as 2027-01-01' })
  .transform((text) => Temporal.PlainDate.from(text))

/** By the city's clock. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, { error: 'expected a time of day, such as 08:00' })
  .transform((text) => Temporal.PlainTime.from(text))

/** A day of every year. */
export const monthDay = z
  .string()
  .regex(/^(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])$|^(?:0[469]|11)-(?:0[1-9]|[12]\d|30)$|^02-(?:0[1-9]|[12]\d)$/, {
    error: 'expected a month and a day, such as 08-24',
  })
  .transform((text) => Temporal.PlainMonthDay.from(text))

function isTerm(text: string): boolean {
  return /^P(?=\d)(\d{1,3}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/.test(text) && Temporal.Duration.from(text).sign === 1
}
