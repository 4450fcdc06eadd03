import { type Palette, type Theme, type Token, tokens } from '../map/palette.ts'
import sheet from '../ui/tokens.css?raw'

/** The design tokens as the stylesheet has them: it stays the only place that knows the colours. */
export const palettes: Readonly<Record<Theme, Palette>> = { light: paletteOf('light', 0), dark: paletteOf('dark', 1) }

function paletteOf(theme: Theme, place: 0 | 1): Palette {
  const colours = Object.fromEntries(tokens.map((token) => [token, colourOf(token, place)])) as Record<Token, string> // safe: one entry a token
  return { theme, colours }
}

function colourOf(token: Token, place: 0 | 1): string {
  const both = new RegExp(`--${token}:\\s*light-dark\\(#(\\w{6}),\\s*#(\\w{6})\\)`).exec(sheet)
  const hex = both?.[place + 1]
  if (!hex) throw new Error(`tokens.css has no colour ${token}`)
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return `rgb(${channel(0)}, ${channel(2)}, ${channel(4)})`
}
