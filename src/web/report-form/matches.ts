/**
 * True when every word asked for begins a word of the text, or a word of the text begins it; case, apostrophes and stress
 * marks don't matter, nor do endings: who looks for «ями» or «ліхтарі» means «яма» and «ліхтар».
 */
export function matches(text: string, asked: string): boolean {
  const have = wordsOf(text)
  return wordsOf(asked).every((word) => {
    const stem = stemOf(word)
    return have.some((one) => one.startsWith(stem) || (one.length >= leastWhole && word.startsWith(one)))
  })
}

/** Characters of a word that says something by itself. */
const leastWhole = 4

function stemOf(word: string): string {
  const stem = word.replace(/[аеєиіїйоуьюя]{1,2}$/, '')
  return stem.length >= 2 ? stem : word
}

function wordsOf(text: string): readonly string[] {
  const plain = text.toLocaleLowerCase('uk').replace(/['’ʼ`]|\u0301/g, '')
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
