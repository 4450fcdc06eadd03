/** The design tokens that the map is drawn with, by the names that look.css gives them. */
export const tokens = [
  'ground', 'paper', 'sunken', 'ink', 'ink-soft', 'line', 'blue', 'on-blue',
  'accepted', 'in-progress', 'awaiting', 'postponed', 'resolved', 'not-resolved',
] as const // biome-ignore format: a list of words

export type Token = (typeof tokens)[number]
export type Theme = 'light' | 'dark'

/** CSS colours `rgb(r, g, b)`, one for each token, as they are in this theme. */
export type Palette = { readonly theme: Theme; readonly colours: Readonly<Record<Token, string>> }

/** The tokens as the page shows them now: look.css stays the only place that knows the colours. */
export function readPalette(within: HTMLElement): Palette {
  const probe = document.createElement('span')
  probe.hidden = true
  within.append(probe)
  const read = (token: Token) => {
    probe.style.color = `var(--${token})`
    return [token, getComputedStyle(probe).color] as const
  }
  const colours = Object.fromEntries(tokens.map(read)) as Record<Token, string> // safe: one entry a token
  probe.remove()
  return { theme: prefersDark().matches ? 'dark' : 'light', colours }
}

/** Calls back with the new palette whenever the person's choice of light or dark changes. */
export function onPaletteChange(within: HTMLElement, changed: (palette: Palette) => void): void {
  prefersDark().addEventListener('change', () => changed(readPalette(within)))
}

/** A colour between two, `share` of the way from the first to the second. */
export function mix(from: string, to: string, share: number): string {
  const a = channels(from)
  const b = channels(to)
  return `rgb(${a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share)).join(', ')})`
}

function prefersDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}

function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
}
