/** `#rrggbb`. */
export type Colour = `#${string}`

/** Lighter above 1, darker below. */
export function shade(colour: Colour, times: number): Colour {
  return hex(parts(colour).map((part) => part * times))
}

/** `share` of the second colour in the first. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const others = parts(other)
  return hex(parts(one).map((part, at) => part + ((others[at] ?? part) - part) * share))
}

function parts(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hex(three: readonly number[]): Colour {
  const pairs = three.map((part) =>
    Math.round(Math.min(255, Math.max(0, part)))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${pairs.join('')}`
}
