/**
 * Lets so many in at once and so many wait; null to whoever comes when the places to wait are taken too. Those who
 * wait go in as they came.
 */
export function gate(atOnce: number, waiting: number): <Value>(work: () => Promise<Value>) => Promise<Value | null> {
  let inside = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (inside >= atOnce) {
      if (queue.length >= waiting) return null
      await new Promise<void>((enter) => queue.push(enter))
    } else inside++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      // Whoever waited longest takes the place over, so that nobody slips in between.
      if (next) next()
      else inside--
    }
  }
}
