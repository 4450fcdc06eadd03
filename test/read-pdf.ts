import { inflateSync } from 'node:zlib'

export type Dictionary = { readonly [key: string]: Value }
export type Value = string | number | boolean | null | Ref | Text | readonly Value[] | Dictionary
/** Names are strings that begin with a slash. */
export type Ref = { readonly ref: number }
export type Text = { readonly text: string }

/** One object of a PDF, and what flows from it. */
export type Part = { readonly id: number; readonly value: Value; readonly stream: Buffer | null }

/** A PDF whose objects lie open in it, as pdfkit writes them: all of them, by number, and the way from one to the next. */
export function readPdf(bytes: Uint8Array) {
  const file = Buffer.from(bytes)
  const words = file.toString('latin1')
  const parts = new Map<number, Part>()
  for (const found of words.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const { value, end } = valueAt(words, found.index + found[0].length)
    const id = Number(found[1])
    parts.set(id, { id, value, stream: streamAt(file, words, value, end) })
  }
  const look = (value: Value | undefined): Value =>
    isRef(value) ? (parts.get(value.ref)?.value ?? null) : (value ?? null)
  const dictionary = (value: Value | undefined): Dictionary => look(value) as Dictionary
  const { value: trailer } = valueAt(words, words.lastIndexOf('trailer\n') + 'trailer\n'.length)
  return {
    parts: [...parts.values()],
    look,
    dictionary,
    trailer: trailer as Dictionary,
    part: (ref: Value | undefined) => (isRef(ref) ? parts.get(ref.ref) : undefined),
  }
}

/** The words of all pages in the order they are drawn, by what each font says that its letters stand for. */
export function textOfPdf(bytes: Uint8Array): string {
  const pdf = readPdf(bytes)
  const pages = pdf.dictionary(pdf.dictionary(pdf.trailer.Root).Pages).Kids as readonly Value[]
  return pages
    .map((ref) => {
      const page = pdf.dictionary(ref)
      const fonts = pdf.dictionary(pdf.dictionary(page.Resources).Font)
      const letters = new Map(
        Object.entries(fonts).map(
          ([name, font]) => [name, lettersIn(pdf.part(pdf.dictionary(font).ToUnicode))] as const,
        ),
      )
      return textDrawn(pdf.part(page.Contents)?.stream?.toString('latin1') ?? '', letters)
    })
    .join('\n')
}

function textDrawn(content: string, letters: ReadonlyMap<string, readonly string[]>): string {
  let font: readonly string[] = []
  return [...content.matchAll(/\/(\w+) [\d.]+ Tf|\[(.*?)\] TJ/g)]
    .map(([, name, glyphs = '']) => {
      if (name) font = letters.get(name) ?? []
      const codes = [...glyphs.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      return codes.map((code) => font[Number.parseInt(code, 16)] ?? '').join('')
    })
    .join('\n')
}

/** The letter of each glyph, as its font's table has them: one after another. */
function lettersIn(table: Part | undefined): readonly string[] {
  const ranges = [...(table?.stream?.toString('latin1') ?? '').matchAll(/> \[(.*)\]/g)]
  const letters = ranges.flatMap(([, all = '']) => [...all.matchAll(/<([^>]*)>/g)].map(([, code = '']) => code))
  return letters.map((code) => String.fromCharCode(...code.split(' ').map((one) => Number.parseInt(one, 16) || 0)))
}

export function isRef(value: Value | undefined): value is Ref {
  return typeof value === 'object' && value !== null && 'ref' in value
}

export function isText(value: Value | undefined): value is Text {
  return typeof value === 'object' && value !== null && 'text' in value
}

function streamAt(file: Buffer, words: string, value: Value, end: number): Buffer | null {
  if (!words.startsWith('stream\n', end)) return null
  const { Length: length, Filter: filter } = value as Dictionary
  const bytes = file.subarray(end + 'stream\n'.length, end + 'stream\n'.length + Number(length))
  return filter === '/FlateDecode' ? inflateSync(bytes) : bytes
}

type Found = { readonly value: Value; readonly end: number }

/** The value that begins here, and where the next thing after it does. */
function valueAt(words: string, from: number): Found {
  const start = spaceAfter(words, from)
  if (words.startsWith('<<', start)) return dictionaryAt(words, start + 2)
  if (words[start] === '[') return listAt(words, start + 1)
  if (words[start] === '(') return textAt(words, start + 1)
  const [token = ''] = /^(?:\d+ 0 R|<[\dA-Fa-f]*>|\/?[^\s<>[\]()/]*)/.exec(words.slice(start, start + 4000)) ?? []
  return { value: plain(token), end: spaceAfter(words, start + token.length) }
}

function dictionaryAt(words: string, from: number): Found {
  const entries: [string, Value][] = []
  let at = spaceAfter(words, from)
  while (!words.startsWith('>>', at)) {
    const key = valueAt(words, at)
    const { value, end } = valueAt(words, key.end)
    entries.push([String(key.value).slice(1), value])
    at = end
  }
  return { value: Object.fromEntries(entries), end: spaceAfter(words, at + 2) }
}

function listAt(words: string, from: number): Found {
  const values: Value[] = []
  let at = spaceAfter(words, from)
  while (words[at] !== ']') {
    const { value, end } = valueAt(words, at)
    values.push(value)
    at = end
  }
  return { value: values, end: spaceAfter(words, at + 1) }
}

function textAt(words: string, from: number): Found {
  let at = from
  while (words[at] !== ')') at += words[at] === '\\' ? 2 : 1
  const raw = words
    .slice(from, at)
    .replace(/\\([\s\S])/g, (_, one: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[one] ?? one)
  const bytes = Buffer.from(raw, 'latin1')
  const text = raw.startsWith('þÿ') ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : raw
  return { value: { text }, end: spaceAfter(words, at + 1) }
}

function plain(token: string): Value {
  const ref = /^(\d+) 0 R$/.exec(token)
  if (ref) return { ref: Number(ref[1]) }
  if (token === 'true' || token === 'false') return token === 'true'
  return token !== '' && Number.isFinite(Number(token)) ? Number(token) : token
}

function spaceAfter(words: string, from: number): number {
  let at = from
  while (at < words.length && /\s/.test(words[at] ?? '')) at += 1
  return at
}
