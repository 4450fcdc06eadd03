/**
 * How much two texts speak of the same thing, from 0 (no word in common) to 1: the share of the shorter text's
 * letter triples that the other has. Endings differ by case and number, so words need only begin alike;
 * short words, which carry grammar, do not count.
 */
export function likeness(one: string, other: string): number {
  const [few, many] = [triples(one), triples(other)].sort((a, b) => a.size - b.size)
  if (!few || !many || few.size === 0) return 0
  let shared = 0
  for (const triple of few) if (many.has(triple)) shared += 1
  return shared / few.size
}

const shortest = 4

function triples(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of wordsOf(text)) {
    const padded = ` ${word}`
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** In one case, without apostrophes, and with the letters that are most often confused made one. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replaceAll(/['’ʼ`]/g, '')
    .replaceAll('ґ', 'г')
    .replaceAll('ё', 'е')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= shortest)
}
