import { typeKey } from './street-type.ts'
import { wordsOf } from './words.ts'

/** What the store searches a name by: the keys of its words, and of its type. */
export function searchKey(name: string): string {
  const { types, words } = wordsOf(name)
  return [...words.map(({ key }) => key), ...new Set(types.map(typeKey))].join(' ')
}
