import { say } from '#src/text/catalogue.ts'

/** What a person is told, as the product itself says it. */
export const uk = say('uk')
export const en = say('en')

/** As much of a text as has no figure in it that time changes. */
export function firstSentence(words: string): string {
  return words.slice(0, words.indexOf('.') + 1)
}
