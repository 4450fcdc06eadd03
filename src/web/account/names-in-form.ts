import { characters, longest } from '#src/domain/words.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import { type FieldsOf, text } from '../form/fields.ts'

export type Names = { readonly firstName: string; readonly lastName: string }

/** Who a person says they are, each name on one line. */
export function namesIn(fields: FieldsOf): Names {
  const name = (field: string) => text(fields, field).replace(/\s+/g, ' ')
  return { firstName: name('first_name'), lastName: name('last_name') }
}

/** What is wrong with the names, each at its field. */
export function nameProblems(
  { firstName, lastName }: Names,
  t: Say,
): { readonly first_name?: string; readonly last_name?: string } {
  const first = problemWith(firstName, 'about.first_name_missing', t)
  const last = problemWith(lastName, 'about.last_name_missing', t)
  return { ...(first ? { first_name: first } : {}), ...(last ? { last_name: last } : {}) }
}

function problemWith(name: string, missing: Key, t: Say): string | null {
  if (!/\p{L}/u.test(name)) return t(missing)
  return characters(name) > longest.name ? t('about.name_long', { most: longest.name }) : null
}
