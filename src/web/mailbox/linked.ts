/** A piece of a plain text: an address to follow, or words. */
export type Part = { readonly words: string; readonly link: boolean }

/** A plain text with its web addresses told apart; a mark that ends a sentence is none of the address. */
export function linked(text: string): readonly Part[] {
  return text
    .split(/(\bhttps?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]])/g)
    .map((words, index) => ({ words, link: index % 2 === 1 }))
    .filter(({ words }) => words)
}
