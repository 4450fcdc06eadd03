import type { PlaceKind } from './place.ts'
import { wordsOf } from './words.ts'

/** What a name without further explanation names; two streets with a dash between them are a stop where they meet. */
export function kindOf(name: string): PlaceKind {
  const [type] = wordsOf(name).types
  if (!type) return 'landmark'
  if (/\s[-–—]\s*\p{L}/u.test(name)) return 'stop'
  return type === 'square' ? 'square' : 'street'
}
