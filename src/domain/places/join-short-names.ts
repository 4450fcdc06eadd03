import { type Gathered, learn } from './gathered.ts'
import type { Word, Words } from './words.ts'

/** «вулиця Л. Українки» is «вулиця Лесі Українки», where one street alone can be meant: then they are joined under the full name. */
export function joinShortNames(places: readonly Gathered[]): readonly Gathered[] {
  const streets = places.filter(({ kind }) => kind === 'street' || kind === 'square')
  const full = Map.groupBy(
    streets.filter(({ words }) => words.words.every((word) => !word.short)),
    ({ words }) => ofOneLength(words),
  )
  const joined = new Set<Gathered>()
  for (const short of streets.filter(({ words }) => words.words.some((word) => word.short))) {
    const [meant, ...others] =
      full.get(ofOneLength(short.words))?.filter((one) => mayMean(short.words, one.words)) ?? []
    if (!meant || others.length > 0) continue
    learn(meant, short)
    joined.add(short)
  }
  return places.filter((one) => !joined.has(one))
}

/** Only names of one type with as many words are compared. */
function ofOneLength({ types, words }: Words): string {
  return `${types[0] ?? ''} ${words.length}`
}

/** Each word of the short name, the written-out ones first, finds one of the full name's. */
function mayMean(short: Words, full: Words): boolean {
  const left = [...full.words]
  const writtenOutFirst = [...short.words].sort((a, b) => Number(a.short) - Number(b.short))
  return writtenOutFirst.every((word) => {
    const at = left.findIndex((one) => means(word, one))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function means({ key, short }: Word, full: Word): boolean {
  return short ? full.key.startsWith(key) : full.key === key
}
