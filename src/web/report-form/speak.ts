import { languageTags } from '#src/domain/locale.ts'

/** Speaks sentences that came with the page; a hole without a filling stays as written. */
export type Speak<Word extends string> = (word: Word, holes?: Readonly<Record<string, string | number>>) => string

export function speakFrom<Word extends string>(words: Readonly<Record<Word, string>>): Speak<Word> {
  return (word, holes = {}) => words[word].replace(/\{(\w+)\}/g, (hole, name) => String(holes[name] ?? hole))
}

/** By which dates and numbers are written on this page. */
export function languageTag(): string {
  return languageTags[document.documentElement.lang === 'en' ? 'en' : 'uk']
}
