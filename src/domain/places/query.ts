import type { City } from '../city.ts'
import { type House, housesIn } from './house.ts'
import { otherLayout } from './layout.ts'
import type { StreetType } from './street-type.ts'
import { type Word, wordsOf } from './words.ts'

/** One way to understand what was typed. */
export type Reading = {
  readonly words: readonly Word[]
  /** Types of street that were named; empty when none was. */
  readonly types: readonly StreetType[]
  readonly house: House | null
  /** How much this way asks to be believed, from 0: the keyboard was switched, or a number stands where no house's does. */
  readonly strain: number
}

/** What was typed, in the ways that it may be meant. */
export type Query = {
  readonly readings: readonly Reading[]
  /** Two streets that cross, each in its own readings; null when no crossing is asked for. */
  readonly crossing: { readonly one: readonly Reading[]; readonly other: readonly Reading[] } | null
}

/** On which keyboard layouts a query is read: as its letters stand, or also as the same keys on the other layout. */
export type Layouts = 'typed' | 'either'

/** Longer than any address; the rest is not looked at. */
export const longestQuery = 100
const mostWords = 8

/** Understands what a person typed. `cityNames` are words that only say which city: everyone here knows it. */
export function readQuery(typed: string, cityNames: readonly string[], layouts: Layouts): Query {
  const text = typed.slice(0, longestQuery).trim()
  const halves = crossingIn(text)
  const read = (part: string) => readingsOf(part, cityNames, layouts)
  return { readings: read(text), crossing: halves && { one: read(halves[0]), other: read(halves[1]) } }
}

/** The keys of a city's own name. */
export function cityWords({ name, nameOf }: Pick<City, 'name' | 'nameOf'>): readonly string[] {
  return [...Object.values(name), ...Object.values(nameOf)].flatMap((one) => wordsOf(one).words.map(({ key }) => key))
}

const switchedStrain = 0.04

function readingsOf(text: string, cityNames: readonly string[], layouts: Layouts): readonly Reading[] {
  const switched = layouts === 'either' ? otherLayout(text) : null
  return [...readingsIn(text, 0, cityNames), ...(switched ? readingsIn(switched, switchedStrain, cityNames) : [])]
}

/** Each number may be the house's, or none is: «8 Березня 12», «3-й провулок Миру». */
function readingsIn(text: string, strain: number, cityNames: readonly string[]): readonly Reading[] {
  const houses = housesIn(text).slice(-3)
  const withHouse = houses.map(({ house, rest, last }) => reading(rest, house, strain + (last ? 0 : 0.03), cityNames))
  const endsInNumber = houses.some(({ last }) => last)
  const without = reading(text, null, strain + (endsInNumber ? 0.05 : 0), cityNames)
  return [...withHouse, without].filter(({ words, types }) => words.length > 0 || types.length > 0)
}

function reading(text: string, house: House | null, strain: number, cityNames: readonly string[]): Reading {
  const { types, words } = wordsOf(text)
  const isCity = (one: Word | undefined) => one !== undefined && cityNames.includes(one.key)
  // The letter before a city's name is «місто» or «город».
  const telling = words.filter((word, at) => !isCity(word) && !(/^[мг]$/.test(word.text) && isCity(words[at + 1])))
  return { types, words: (telling.length > 0 ? telling : words).slice(0, mostWords), house, strain }
}

const corner = String.raw`(?:на\s+)?(?:ріг|розі|рогу|перехрестя|перехресті|перехрест|перетин|угол|углу|перекр[её]ст\p{L}+|crossing|corner|intersection)`

/** «Київська / Перемоги», «ріг Київської та Перемоги», "Kyivska & Peremohy". A stroke between numbers is a house's. */
function crossingIn(text: string): readonly [string, string] | null {
  const cornerFirst = new RegExp(
    String.raw`^${corner}(?:\s+(?:вулиць|улиц|of))?\s+(.+?)(?:\s+(?:та|і|й|и|and|з|с)\s+|\s*[,/&+]\s*)(.+)$`,
    'iu',
  )
  const between = new RegExp(
    String.raw`^(.*\p{L}{2}.*?)(?:\s*(?:\s[/&+×]|[/&+×])\s*|\s+(?:${corner}|x|х)\s+)(.*\p{L}{2}.*)$`,
    'iu',
  )
  const [, one, other] = cornerFirst.exec(text) ?? between.exec(text) ?? []
  return one && other ? [one, other] : null
}
