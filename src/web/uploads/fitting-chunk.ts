/** Bytes. Less is mostly headers; more is a long way to go again when the connection breaks. */
export const chunkBytes = { first: 64 * 1024, least: 16 * 1024, most: 8 * 1024 * 1024 } as const

/** Milliseconds that a chunk should take: so much at most is lost by a break, and headers weigh little. */
const aim = 4000

/** How many bytes go next, after so many took so long: what fits the link, and not four times more than before. */
export function afterChunk(bytes: number, milliseconds: number): number {
  const fits = (bytes * aim) / Math.max(1, milliseconds)
  return within(Math.min(fits, bytes * 4))
}

/** How many bytes go next, after so many got lost. */
export function afterLoss(bytes: number): number {
  return within(bytes / 4)
}

function within(bytes: number): number {
  return Math.round(Math.min(chunkBytes.most, Math.max(chunkBytes.least, bytes)))
}
