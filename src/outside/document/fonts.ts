import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const require = createRequire(import.meta.url)

/**
 * Source Sans 3 (SIL Open Font License 1.1): Latin, Cyrillic and Greek with the signs of a form. A document carries
 * only the letters it uses, as the licence allows.
 */
const files = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
}

export type Face = keyof typeof files

let opened: Record<Face, Font> | undefined

/**
 * The fonts for one document. They are opened once a process; but which letter a glyph stands for fontkit remembers
 * from its first use, where a part of another glyph stands for none, so that each document gets a memory of its own.
 */
export function freshFonts(): Record<Face, Font> {
  const { regular, bold } = fonts()
  return { regular: fresh(regular), bold: fresh(bold) }
}

function fresh(font: Font): Font {
  return Object.assign(Object.create(font) as Font, { _glyphs: {} })
}

function fonts(): Record<Face, Font> {
  opened ??= { regular: open(files.regular), bold: open(files.bold) }
  return opened
}

function open(path: string): Font {
  return create(readFileSync(path)) as Font // safe: a TTF holds one font
}

/** What stands for a letter that the fonts have not. */
const stranger = '□'
const graphemes = new Intl.Segmenter('uk', { granularity: 'grapheme' })
const everyday = /^[\n !-~«»А-яЄєІіЇїҐґ’–—№]*$/

/**
 * A text as the fonts can show it: composed, without what is invisible or turns the direction of writing, and with a
 * box for each emoji and each letter of a script that they lack. A document with a letter of no font is not accessible.
 */
export function drawable(text: string): string {
  if (everyday.test(text)) return text
  const { regular } = fonts()
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{C}/gu, '')
  return Array.from(graphemes.segment(plain), ({ segment }) => {
    const isKnown = [...segment].every((one) => one === '\n' || regular.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
    return isKnown ? segment : stranger
  }).join('')
}
