import type { MediaId } from '#src/domain/id.ts'
import type { FieldsOf } from '../form/fields.ts'

/** Characters: somewhat more than may be sent, so that who wrote too much finds it all again. */
const mostKept = 20_000

const kept = /^(?:category|lng|lat|address|description|name_shown|listed|answer\.[a-z0-9-]{1,64}\.[a-z0-9-]{1,64})$/

/** Of all that was sent, what the form shows again: its own fields, and the files that still wait. */
export function fieldsToKeep(fields: FieldsOf, files: readonly MediaId[]): FieldsOf {
  const own = Object.entries(fields)
    .filter(([name]) => kept.test(name))
    .map(([name, values]) => [name, values.slice(-1).map((value) => value.slice(0, mostKept))] as const)
    .filter(([, [value]]) => value)
  return { ...Object.fromEntries(own), media: files }
}
