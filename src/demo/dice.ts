/** Chance that comes out the same whenever it is thrown from the same seed. */
export type Dice = {
  /** At least 0, less than 1. */
  fraction(): number
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<One>(some: readonly One[]): One
  shuffled<One>(some: readonly One[]): One[]
}

export function diceOf(seed: string): Dice {
  let state = hash(seed)
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    between: (from, to) => from + fraction() * (to - from),
    whole,
    chance: (probability) => fraction() < probability,
    pick(some) {
      const one = some[whole(0, some.length - 1)]
      if (one === undefined) throw new Error('Nothing to pick from')
      return one
    },
    shuffled(some) {
      return some
        .map((one) => ({ one, order: fraction() }))
        .sort((a, b) => a.order - b.order)
        .map(({ one }) => one)
    },
  }
}

/** FNV-1a: seeds that differ in one letter throw quite differently. */
function hash(seed: string): number {
  let sum = 0x811c9dc5
  for (const letter of seed) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return sum
}
