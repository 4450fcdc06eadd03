import { z } from 'zod'

import type { DraftKey, MediaId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { firstCharacters } from '#src/domain/words.ts'
import { degreesIn } from '#src/domain/written-point.ts'

export type FieldsOf = Readonly<Record<string, readonly string[]>>

/** The last value of a field, trimmed; empty when the form has none. */
export function text(fields: FieldsOf, name: string): string {
  return fields[name]?.at(-1)?.trim() ?? ''
}

const uuid = z.uuid()

/** Characters kept of a value: somewhat more than may be sent, so that who wrote too much finds it all again. */
const mostKept = 20_000

/** Of all that was sent, a form's own fields with their last values, fit to keep until it is finished. */
export function ownFields(fields: FieldsOf, isOwn: (name: string) => boolean): FieldsOf {
  const own = Object.entries(fields)
    .filter(([name]) => isOwn(name))
    .map(([name, values]) => [name, values.slice(-1).map((value) => firstCharacters(value, mostKept))] as const)
    .filter(([, [value]]) => value)
  return Object.fromEntries(own)
}

/** Null when it is not a UUID: somebody made the form up. */
export function draftKey(fields: FieldsOf): DraftKey | null {
  const parsed = uuid.safeParse(text(fields, 'key'))
  return parsed.success ? (parsed.data.toLowerCase() as DraftKey) : null
}

/** Ids of files sent before the form; whatever is not an id is dropped. */
export function mediaIds(fields: FieldsOf): readonly MediaId[] {
  const ids = (fields.media ?? []).filter((id) => uuid.safeParse(id).success).map((id) => id.toLowerCase() as MediaId)
  return [...new Set(ids)]
}

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most))
const point = z.object({ lng: degrees(180), lat: degrees(90) })

/**
 * WGS 84 degrees. Null when no point was given; undefined when what was given is none. What a person wrote in `point`,
 * latitude first as maps give it, goes before `lng` and `lat`, which only a map fills.
 */
export function pointOf(fields: FieldsOf): Point | null | undefined {
  const written = text(fields, 'point')
  // Of a form that has both, the point was taken out by hand.
  if ('point' in fields && !written) return null
  const [lat = '', lng = ''] = written ? (degreesIn(written) ?? []) : [text(fields, 'lat'), text(fields, 'lng')]
  if (!written && !lng && !lat) return null
  const parsed = point.safeParse({ lng, lat })
  return parsed.success ? parsed.data : undefined
}

/**
 * Which files a form means. A script lists them itself, since one whose arrival it never heard of may wait twice, and one
 * that was taken back may wait still; without a script, all that wait are meant.
 */
export function mediaMeant(fields: FieldsOf, waiting: readonly MediaId[]): readonly MediaId[] {
  const named = mediaIds(fields)
  return text(fields, 'listed') ? named : [...new Set([...named, ...waiting])]
}
