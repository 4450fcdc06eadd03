import { IntlMessageFormat } from 'intl-messageformat'

import type { Locale } from '#src/domain/locale.ts'
import * as en from './en/all.ts'
import * as uk from './uk/all.ts'

/** Every sentence of the product, by key, in each language. */
export const catalogues = { uk: merged(uk), en: merged(en) } as const satisfies Record<Locale, Record<Key, string>>

type Areas = typeof uk
type Every<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

export type Key = keyof Every<Areas[keyof Areas]> & string

/** What fills the holes of a sentence. */
export type Holes = Readonly<Record<string, string | number>>

/** Says a sentence in one language, its holes filled. */
export type Say = { (key: Key, holes?: Holes): string; readonly locale: Locale }

/** The sentences of one language, with its plurals and figures. */
export function say(locale: Locale): Say {
  return speakers[locale]
}

const speakers: Record<Locale, Say> = { uk: speaker('uk'), en: speaker('en') }

function speaker(locale: Locale): Say {
  const formats = new Map<Key, IntlMessageFormat>()
  const speak = (key: Key, holes?: Holes): string => {
    const message = catalogues[locale][key]
    // Most sentences have no holes: nothing to format.
    if (!message.includes('{')) return message
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    return String(format.format(holes))
  }
  return Object.assign(speak, { locale })
}

function merged(areas: Record<string, Record<string, string>>): Record<Key, string> {
  const sentences = Object.values(areas).flatMap((area) => Object.entries(area))
  return Object.fromEntries(sentences.map(([key, words]) => [key, countsHeld(dashesHeld(words))])) as Record<
    Key,
    string
  > // safe: each area of `en` is held to that of `uk`
}

/** A number never ends a line: it stays with the word that it counts. */
function countsHeld(words: string): string {
  const counted = [...words.matchAll(/\{(\w+), plural,/g)].map(([, name]) => name)
  const signs = counted.length > 0 ? ['#', ...counted.map((name) => `{${name}}`)] : []
  return signs.reduce((held, sign) => held.replaceAll(`${sign} `, `${sign}\u00a0`), words)
}

/** A dash never begins a line: it stays with the word before it. */
function dashesHeld(words: string): string {
  return words.replaceAll(' —', '\u00a0—')
}
