import { type Palette, tokens } from './palette.ts'

/** A palette for tests: greys, one step a token. */
export const aPalette = (theme: Palette['theme'] = 'light'): Palette => ({
  theme,
  colours: Object.fromEntries(
    tokens.map((token, i) => [token, `rgb(${i * 10}, ${i * 10}, ${i * 10})`]),
  ) as Palette['colours'], // safe: one entry a token
})
