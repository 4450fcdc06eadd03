/** Speaks sentences that came with the page; a hole without a filling stays as written. */
export type Speak<Word extends string> = (word: Word, holes?: Readonly<Record<string, string | number>>) => string

export function speakFrom<Word extends string>(words: Readonly<Record<Word, string>>): Speak<Word> {
  return (word, holes = {}) => words[word].replace(/\{(\w+)\}/g, (hole, name) => String(holes[name] ?? hole))
}
