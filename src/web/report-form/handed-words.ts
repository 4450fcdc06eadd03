/** What apps say beside a photo: a title, a text, an address; some say one of them twice. */
export function handedWords(said: readonly string[]): string {
  const words = said.filter(Boolean)
  const isSaid = (one: string, at: number) =>
    words.some((other, place) => place !== at && (other === one ? at > place : other.includes(one)))
  return words.filter((one, at) => !isSaid(one, at)).join('\n')
}
