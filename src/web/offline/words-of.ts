import { catalogues, type Key, type Say } from '#src/text/catalogue.ts'

/** Sentences as they are written, their holes to be filled in the browser. */
export function wordsOf<Word extends Key>({ locale }: Say, words: readonly Word[]): Readonly<Record<Word, string>> {
  return Object.fromEntries(words.map((word) => [word, catalogues[locale][word]])) as Record<Word, string> // safe: all of them
}
