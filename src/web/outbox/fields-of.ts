import type { KeptFile } from '../report-form/kept-files.ts'
import type { Entry } from './entry.ts'

/** What an entry's form says, with the files that have arrived since it was written. */
export function fieldsOf({ fields }: Entry, files: readonly KeptFile[]): Entry['fields'] {
  const others = fields.filter(([name]) => name !== 'media')
  const named = fields.filter(([name]) => name === 'media').map(([, id]) => id)
  const media = new Set([...named, ...files.flatMap(({ taken }) => taken ?? [])])
  return [...others, ...[...media].map((id) => ['media', id] as const)]
}
