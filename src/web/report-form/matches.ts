/** True when every word asked for begins a word of the text; case, apostrophes and stress marks don't matter. */
export function matches(text: string, asked: string): boolean {
  const have = wordsOf(text)
  return wordsOf(asked).every((word) => have.some((one) => one.startsWith(word)))
}

function wordsOf(text: string): readonly string[] {
  const plain = text.toLocaleLowerCase('uk').replace(/['’ʼ`]|\u0301/g, '')
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
