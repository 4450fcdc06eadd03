// Letters of no shape and no breadth, by which an empty text looks like a text: Hangul fillers, a blank of Braille.
const blank = '\\u115f\\u1160\\u3164\\uffa0\\u2800'
// What turns a line's reading order round, so that it reads as something else than it says. Letters bring their own order.
const bidi = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
// Controls that a text column refuses, and marks without an appearance; line ends and tabs stay, and the joiners of emojis.
const unseen =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u180e\\u200b\\u2060-\\u2065\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}'
const unwanted = new RegExp(`[${blank}${bidi}${unseen}]|\\p{Noncharacter_Code_Point}`, 'gu')

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** More marks than any script sets upon one letter: they would run over the lines above and below. */
const heaps = /(\p{M}{6})\p{M}+/gu

/** What a person typed, fit to store and show: well-formed Unicode in NFC, `\n` line ends, nothing that hides or disguises. */
export function clean(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(unwanted, '').normalize('NFC').replace(heaps, '$1')
}
