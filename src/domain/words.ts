/** How long a text is as its reader and the database count: an emoji is one, where JavaScript counts two. */
export function characters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** The first so many characters of a text, none of them cut in two. */
export function firstCharacters(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('')
}

/** False of a text in which there is nothing to see: spaces, joiners and marks without a letter under them. */
export function isVisible(text: string): boolean {
  return /[^\p{C}\p{M}\p{Z}\s]/u.test(text)
}

/** Characters that a report's own texts may have; the database refuses what is longer. */
export const longest = { address: 300, description: 5000, answer: 500, note: 3000, name: 80 } as const
