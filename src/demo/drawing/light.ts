import type { Dice } from '../dice.ts'
import { type Colour, mix } from './colour.ts'

export type Season = 'winter' | 'spring' | 'summer' | 'autumn'
export type Hour = 'day' | 'evening' | 'night'

/** What the sky and the season do to all colours of a picture. */
export type Light = {
  readonly season: Season
  readonly hour: Hour
  readonly cloudy: boolean
  readonly wet: boolean
  readonly snowy: boolean
  readonly zenith: Colour
  readonly haze: Colour
  readonly grass: Colour
  readonly leaves: readonly Colour[]
}

const skies = {
  clear: ['#6fa4d8', '#d3e3ee'],
  cloudy: ['#9aa7b1', '#d5dade'],
  evening: ['#5d6f9c', '#f0b98a'],
  night: ['#0d1428', '#2b3147'],
} as const satisfies Record<string, readonly [Colour, Colour]>

const leaves = {
  winter: ['#5b5047', '#6a5d52', '#4b423b'],
  spring: ['#8fb35a', '#a5c46c', '#759a48'],
  summer: ['#4f7d3a', '#5f9146', '#3f6830'],
  autumn: ['#c08a2e', '#a9642a', '#d0a542'],
} as const satisfies Record<Season, readonly Colour[]>

const grasses = { winter: '#8a8564', spring: '#86a255', summer: '#6d9447', autumn: '#93904f' } as const

/** The light of a month of the northern year (1–12) at an hour (0–23); `snow` asks for a white winter. */
export function lightOf(month: number, hour: number, dice: Dice, snow = false): Light {
  const season = snow ? 'winter' : seasonOf(month)
  const dark =
    season === 'winter' ? hour < 7 || hour > 16 : season === 'summer' ? hour < 4 || hour > 21 : hour < 6 || hour > 19
  const dusk = season === 'winter' ? hour === 16 || hour === 7 : season === 'summer' ? hour > 19 : hour > 17
  const cloudy = dice.chance(season === 'summer' ? 0.3 : 0.6)
  const when: Hour = dark ? 'night' : dusk ? 'evening' : 'day'
  const [zenith, haze] =
    when === 'night' ? skies.night : when === 'evening' ? skies.evening : cloudy ? skies.cloudy : skies.clear
  const warmth = dice.between(0, 0.12)
  return {
    season,
    hour: when,
    cloudy,
    wet: cloudy && season !== 'winter' && dice.chance(0.4),
    snowy: snow,
    zenith: mix(zenith, '#ffffff', dice.between(0, 0.15) * (when === 'night' ? 0 : 1)),
    haze: mix(haze, '#ffe2c0', warmth),
    grass: snow ? '#e4eaf0' : grasses[season],
    leaves: leaves[season],
  }
}

function seasonOf(month: number): Season {
  if (month === 12 || month <= 2) return 'winter'
  return month <= 5 ? 'spring' : month <= 8 ? 'summer' : 'autumn'
}
