import type { Reading } from './query.ts'
import { typeKey } from './street-type.ts'
import { wordsOf } from './words.ts'

/** What the store searches a name by: the stems of its words, and its type. */
export function searchKey(name: string): string {
  const { types, words } = wordsOf(name)
  return [...words.map(({ key }) => stem(key)), ...new Set(types.map(typeKey))].join(' ')
}

/** What the store searches for: the stems of all words that any reading asks for, or its type where it asks for nothing else. */
export function searchKeysOf(readings: readonly Reading[]): readonly string[] {
  return [
    ...new Set(
      readings.flatMap(({ words, types }) =>
        words.length > 0 ? words.map(({ key }) => stem(key)) : types.map(typeKey),
      ),
    ),
  ]
}

/**
 * Half of all streets end alike, in «-ська» or «-ського»: an index of what is common to all would find all. Vowels that
 * Russian and Ukrainian have in each other's place are one here, so that a short stem is found by either.
 */
function stem(key: string): string {
  return key
    .replace(/(?<=..)(?:sk(?:a|i|e|oho|oi|u|im)|oho|na|ni|ne)$/, '')
    .replaceAll('e', 'i')
    .replaceAll('o', 'a')
}
