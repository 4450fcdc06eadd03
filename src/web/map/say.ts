import type { MapWord, MapWords } from './words.ts'

export type Say = (word: MapWord, holes?: Readonly<Record<string, string | number>>) => string

/** Speaks the sentences that came with the page; a hole without a filling stays as written. */
export function sayFrom(words: MapWords): Say {
  return (word, holes = {}) => (words[word] ?? '').replace(/\{(\w+)\}/g, (hole, name) => String(holes[name] ?? hole))
}
