import { fold } from './fold.ts'
import { type StreetType, streetTypesOf } from './street-type.ts'

/** One word of a name, as written and as compared. */
export type Word = {
  readonly text: string
  readonly key: string
  /** Written short, with a dot or as one letter: it stands for every word that begins so. */
  readonly short: boolean
}

/** A name taken apart: what kind of street it says it is, and the words that tell it from others. */
export type Words = { readonly types: readonly StreetType[]; readonly words: readonly Word[] }

/** Takes a name apart, or what a person typed: without quotes, apostrophes, and words that name nothing. */
export function wordsOf(text: string): Words {
  const types: StreetType[] = []
  const words: Word[] = []
  for (const piece of piecesOf(text)) {
    const found = streetTypesOf(piece.replace(/\.$/, ''))
    if (found) types.push(...found)
    else words.push(...splitPiece(piece))
  }
  return { types, words: words.filter(({ text: one, key }) => key !== '' && !empty.has(one)) }
}

/** Said between the words of a name, and by people who ask; no name is told by them. */
const empty = new Set('ім імені им имени im the of місто город city біля возле near'.split(' '))

function piecesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}|\u0301/gu, '')
    .replace(/(?<=\p{L})["'’‘ʼ`´′*](?=\p{L})/gu, '')
    .replace(/[«»„“”"'’‘`´′()[\]{}<>,;:!?№#+=|\\/_–—]+/g, ' ')
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/)
    .filter((piece) => /[\p{L}\d]/u.test(piece))
}

/** «Бульби-Боровця» is two words; «3-й» is a number. */
function splitPiece(piece: string): Word[] {
  const ordinal = /^(\d+)-?(?:\p{L}{1,3}|річч\p{L}+|лет\p{L}+|richch?ia)$/iu.exec(piece)
  if (ordinal?.[1]) return [word(ordinal[1], false)]
  return piece.split('-').flatMap((part) => {
    const text = part.replace(/\.$/, '').toLowerCase()
    if (text === '') return []
    const isNumber = /^\d/.test(text)
    return [word(roman.get(text) ?? spelt(text) ?? text, !isNumber && (part.endsWith('.') || [...text].length === 1))]
  })
}

/** «Першого Травня» is «1 Травня». */
function spelt(text: string): string | null {
  const at = ordinals.findIndex((stem) => text.startsWith(stem))
  return at >= 0 && /^(?:ий|ій|а|я|ого|ього|ої|ьої|ая|ый|ья)$/.test(text.slice(ordinals[at]?.length))
    ? String(at + 1)
    : null
}

const ordinals = ['перш', 'друг', 'трет', 'четверт', 'пят', 'шост', 'сьом', 'восьм', 'девят', 'десят']

/** After the name of a king or a pope, in letters of either alphabet. */
const roman: ReadonlyMap<string, string> = new Map([
  ['ii', '2'],
  ['іі', '2'],
  ['iii', '3'],
  ['ііі', '3'],
])

function word(text: string, short: boolean): Word {
  return { text, key: fold(text), short }
}
