import type { Reading } from './query.ts'
import type { Word, Words } from './words.ts'

/** How well a name answers a reading, from 0 to 1; 0 when it does not. */
export function likeness({ words, types, strain }: Reading, name: Words): number {
  if (words.length === 0) return name.types.some((type) => types.includes(type)) ? 0.6 - strain : 0
  const { found, asked, left } = paired(words, name.words)
  if (found < asked * leastFound) return 0
  const score = found / asked - (left / (left + found)) * missedWords - typeStrain(types, name) - strain
  return Math.max(0, endsInSameNumber(words, name.words) ? score + numberInPlace : score)
}

/** A number at the end is the house's, unless the name ends in it too: «Івана Павла 2». */
function endsInSameNumber(words: readonly Word[], name: readonly Word[]): boolean {
  const last = words.at(-1)?.key ?? ''
  return /^\d/.test(last) && last === name.at(-1)?.key
}

/** Less of what was typed than this, by its letters, is another name. */
const leastFound = 0.42
const missedWords = 0.3
const numberInPlace = 0.05

/** A type that was named and is not this one's: people mistake a square for a street, though rarely. */
function typeStrain(types: Reading['types'], name: Words): number {
  if (types.length === 0) return 0
  if (name.types.length === 0) return 0.1
  return name.types.some((type) => types.includes(type)) ? 0 : 0.2
}

/** Each typed word takes the word of the name that is likest, in any order; long words weigh more. */
function paired(words: readonly Word[], name: readonly Word[]) {
  const pairs = words
    .flatMap((word) => name.map((other) => ({ word, other, like: wordLikeness(word, other) })))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like * weight(b.word) - a.like * weight(a.word))
  const taken = new Set<Word>()
  let found = 0
  for (const { word, other, like } of pairs) {
    if (taken.has(word) || taken.has(other)) continue
    taken.add(word).add(other)
    found += like * weight(word)
  }
  const sum = (some: readonly Word[]) => some.reduce((total, word) => total + weight(word), 0)
  return { found, asked: sum(words), left: sum(name.filter((word) => !taken.has(word))) }
}

/** An initial in a name says little, but a number tells one lane from the next. */
function weight({ key, short }: Word): number {
  if (/^\d/.test(key)) return 3
  return short ? 1 : Math.min(Math.max(key.length, 2), 8)
}

function wordLikeness(typed: Word, word: Word): number {
  if (typed.key === word.key) return typed.text === word.text ? 1 : 0.98
  if (/^\d/.test(typed.key) || /^\d/.test(word.key)) return 0
  if (word.short) return typed.key.startsWith(word.key) ? 0.4 : 0
  if (word.key.startsWith(typed.key)) return typed.short ? 0.75 : 0.72 + 0.24 * (typed.key.length / word.key.length)
  return mistyped(typed.key, word.key)
}

/** Mistakes in the whole word; or in its beginning, while the rest is not typed yet. */
function mistyped(typed: string, word: string): number {
  const most = mostMistakes(typed.length)
  if (most === 0) return 0
  const mistakes = distance(typed, word, most)
  if (mistakes <= most) return 0.95 - 0.1 * mistakes - 0.2 * (mistakes / typed.length)
  const least = Math.min(most, 1)
  const begun = Math.min(...[-1, 0, 1].map((more) => distance(typed, word.slice(0, typed.length + more), least)))
  return begun <= least ? 0.72 - 0.08 * begun : 0
}

/** Half a mistake is a vowel for its neighbour, as Russian has it: «Киев», «Хлебная». */
function mostMistakes(letters: number): number {
  if (letters >= 8) return 2
  if (letters >= 4) return 1
  return letters === 3 ? 0.5 : 0
}

/** Letters left out, put in, changed, or two that changed places; more than `most` is as good as infinite. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + costOf(a[i - 1] ?? '', b[j - 1] ?? '')
      const plain = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY
    before = row
    row = next
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY
}

function costOf(a: string, b: string): number {
  if (a === b) return 0
  return neighbours.has(a + b) ? 0.5 : 1
}

const neighbours = new Set(['ei', 'ie', 'oi', 'io', 'oa', 'ao', 'ea', 'ae', 'eo', 'oe'])
