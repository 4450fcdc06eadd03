import type { MediaId } from '#src/domain/id.ts'
import { type FieldsOf, ownFields } from '../form/fields.ts'

const kept =
  /^(?:category|lng|lat|address|description|name_shown|listed|written_at|appeal|appeal_[a-z]{1,20}|answer\.[a-z0-9-]{1,64}\.[a-z0-9-]{1,64})$/

/** Of all that was sent, what the form shows again: its own fields, and the files that still wait. */
export function fieldsToKeep(fields: FieldsOf, files: readonly MediaId[]): FieldsOf {
  return { ...ownFields(fields, (name) => kept.test(name)), media: files }
}
