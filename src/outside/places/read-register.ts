import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'

import type { Gathering } from '#src/domain/places/gazetteer.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'

/** The columns of a register, as cities name them. */
const columns = {
  street: ['street', 'вулиця', 'назва вулиці'],
  house: ['house', 'будинок', 'номер будинку', '№'],
  lng: ['lng', 'lon', 'longitude', 'довгота'],
  lat: ['lat', 'latitude', 'широта'],
  oldStreet: ['old_street', 'стара назва', 'стара назва вулиці'],
} as const satisfies Record<string, readonly string[]>

type Column = keyof typeof columns
type Row = { readonly [Name in Column]: string }
const required = ['street', 'house', 'lng', 'lat'] as const

/**
 * Reads a city's register of addresses: CSV that begins with its columns' names, with commas, semicolons or tabs
 * between, in UTF-8 or Windows-1251. A register names no licence: it is the city's own. The problem is a sentence
 * for the operator.
 */
export async function readRegister(file: string, into: Gathering): Promise<Result<null, string>> {
  const encoding = (await isUtf8(file)) ? 'utf-8' : 'windows-1251'
  const head = await headOf(file, encoding)
  const header = head.split(/\r?\n/)[0] ?? ''
  const delimiter = [';', '\t', ','].find((sign) => header.includes(sign)) ?? ','
  const named = header.split(delimiter).map((name) => columnOf(name))
  const missing = required.filter((column) => !named.includes(column))
  if (missing.length > 0) {
    const wanted = missing.map((column) => columns[column].join(' or ')).join('; ')
    return refuse(`${file}: its first line must name the columns, and lacks ${wanted}`)
  }
  const parser = parse({
    delimiter,
    columns: named.map((column) => column ?? false),
    from_line: 2,
    trim: true,
    skip_empty_lines: true,
  })
  try {
    await pipeline(textOf(file, encoding), parser, async (rows: AsyncIterable<Row>) => {
      for await (const row of rows) take(row, into)
    })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return refuse(`${file}: ${fault.message}`)
  }
  return ok(null)
}

function columnOf(name: string): Column | null {
  const plain = name
    .replace(/^\ufeff/, '')
    .replaceAll('"', '')
    .trim()
    .toLowerCase()
  const entry = Object.entries(columns).find(([, names]) => (names as readonly string[]).includes(plain))
  return (entry?.[0] as Column | undefined) ?? null // safe: a key of `columns`
}

function take({ street, house, lng, lat, oldStreet }: Row, into: Gathering): void {
  const at = [degrees(lng), degrees(lat)] as const
  if (!at.every(Number.isFinite)) {
    into.skip('without_position')
    return
  }
  into.house({ street, house, oldStreet: oldStreet || null, at })
}

/** With a comma for a point, as spreadsheets here write them. */
function degrees(text: string): number {
  return text === '' ? Number.NaN : Number(text.replace(',', '.'))
}

type Encoding = 'utf-8' | 'windows-1251'

/** Nothing in Windows-1251 longer than a few words is UTF-8 by chance. */
async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (fault) {
    if (fault instanceof TypeError) return false
    throw fault
  }
}

/** The beginning, which holds the line of names. */
async function headOf(file: string, encoding: Encoding): Promise<string> {
  for await (const text of textOf(file, encoding)) return text
  return ''
}

async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}
