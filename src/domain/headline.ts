/**
 * The problem in the resident's words, on one line: the first sentence that says something, at most so many
 * characters as a reader counts them, cut between words with an ellipsis.
 */
export function headline(description: string, most = 80): string {
  const [first = '', second] = sentences(description).take(2)
  const said = isGreeting(first) && second ? second : first
  return cut(withoutDot(said), most)
}

/** What stands on a page under the headline: the description, without its first sentence where the headline is all of that. */
export function belowHeadline(description: string, most = 80): string {
  const [first = ''] = sentences(description).take(1)
  const isAllOfIt = headline(description, most) === withoutDot(first)
  if (!isAllOfIt) return description.trim()
  const asWritten = new RegExp(first.split(' ').map(RegExp.escape).join('\\s+'))
  return description.replace(asWritten, '').trim()
}

/** A dot after one of these, or after a single letter, ends no sentence: «на вул. Київській», "near St. Mary's". */
const abbreviations =
  /(?:^|[\s(«"])(?:\p{L}|вул|просп?|пр-т|пров|бульв?|пл|буд|кв|корп|під|пов|ст|ім|смт|обл|р-н|тел|зуп|див|напр|св|st|ave|rd|blvd|sq|mr|mrs|ms|dr|e\.g|i\.e)\.$/iu

function* sentences(text: string): Generator<string> {
  for (const paragraph of text.split(/\n\s*\n/)) {
    let sentence = ''
    for (const part of paragraph.trim().split(/(?<=[.!?…]["»”)]*)\s+/)) {
      sentence = sentence ? `${sentence} ${part}` : part
      if (abbreviations.test(part)) continue
      if (sentence) yield collapsed(sentence)
      sentence = ''
    }
    if (sentence) yield collapsed(sentence)
  }
}

function collapsed(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** Of several, which trail off, none is taken. */
function withoutDot(sentence: string): string {
  return sentence.replace(/(?<!\.)\.$/, '').trimEnd()
}

function isGreeting(sentence: string): boolean {
  return /^(?:добр(?:ий|ого) (?:день|дня|ранок|ранку|вечір|вечора)|вітаю|здрастуйте|hello|hi|good (?:morning|day|afternoon|evening))[.!,]*$/iu.test(
    sentence,
  )
}

/** Writing in which each unit of a string is a character by itself, as Ukrainian and English are: it need not be taken apart. */
const plain = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116]*$/

function cut(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence
  const [end, next] = plain.test(sentence) ? [most - 1, sentence[most - 1]] : beforeLast(sentence, most)
  return end === null ? sentence : `${betweenWords(sentence.slice(0, end), next ?? '')}…`
}

const graphemes = new Intl.Segmenter('uk', { granularity: 'grapheme' })

/** Where the last of so many characters begins, and which it is; null where there are no more. */
function beforeLast(sentence: string, most: number): readonly [number, string] | readonly [null, null] {
  let [end, next] = [0, '']
  let count = 0
  for (const { index, segment } of graphemes.segment(sentence)) {
    if (count === most) return [end, next]
    end = index
    next = segment
    count += 1
  }
  return [null, null]
}

/** A word too long for half the line is cut in the middle: better than a line of one word. */
function betweenWords(kept: string, next: string): string {
  const space = next === ' ' ? kept.length : kept.lastIndexOf(' ')
  const end = space > kept.length / 2 ? space : kept.length
  return kept.slice(0, end).replace(/[\s,;:.–—-]+$/u, '')
}
