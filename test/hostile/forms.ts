import { clean } from '#src/web/form/clean.ts'
import type { Attack } from './row.ts'
import type { Answer, Fields, Visitor } from './visitor.ts'

export const city = '/zhytomyr'
export const newReport = `${city}/reports/new`

/** A form of a new report that would be taken, with some fields otherwise. */
export function reportForm(changes: Readonly<Record<string, string | Blob>> = {}): Fields {
  const fields = {
    key: crypto.randomUUID(),
    category: 'pavement',
    lng: '28.6587',
    lat: '50.2547',
    address: 'вул. Шкільна, 12',
    description: 'Провалився тротуар біля школи',
    name_shown: 'hidden',
    ...changes,
  }
  return Object.entries(fields)
}

/** The form of an act, with some fields beside its key. */
export function actForm(fields: Readonly<Record<string, string | Blob>> = {}): Fields {
  return Object.entries({ key: crypto.randomUUID(), ...fields })
}

/** The desk of whoever works there: an act on the report of the attack. */
export function actAt(visitor: Visitor, { report }: Attack, act: string, fields: Fields): Promise<Answer> {
  return visitor.post(`${city}/desk/${report}/${act}`, fields)
}

/** The same for its author. */
export function actBy(visitor: Visitor, { report }: Attack, act: string, fields: Fields): Promise<Answer> {
  return visitor.post(`${city}/reports/${report}/${act}`, fields)
}

/** A text as a form shows it once it has been taken in. */
export function typed(text: string): string {
  return clean(text).trim()
}
