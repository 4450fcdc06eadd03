const written = /^(-?\d{1,3}(?:[.,]\d{1,12})?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d{1,12})?)$/

/**
 * Latitude and longitude as maps and people write them, each with a decimal point: of «50.2547, 28.6587»,
 * «50,2547 28,6587», «50,2547; 28,6587». Null when it is none of these.
 */
export function degreesIn(words: string): readonly string[] | null {
  return (
    written
      .exec(words.trim())
      ?.slice(1)
      .map((one) => one.replace(',', '.')) ?? null
  )
}
