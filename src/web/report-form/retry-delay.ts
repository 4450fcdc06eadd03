/** Milliseconds to wait before a further try after so many that failed: twice as long each time, half a minute at most. */
export function retryDelay(failed: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, failed - 1))
}

/** What the first try comes to that comes to anything; hears of each that does not, and waits before the next one. */
export async function untilAnswered<Answer>(ask: () => Promise<Answer | null>, isLost: () => void): Promise<Answer> {
  for (let failed = 1; ; failed++) {
    const answer = await ask()
    if (answer !== null) return answer
    isLost()
    await waitToRetry(failed)
  }
}

/** Waits that long, or until the device is connected again. */
export function waitToRetry(failed: number): Promise<void> {
  return new Promise((resume) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resume()
    }
    const timer = setTimeout(go, retryDelay(failed))
    addEventListener('online', go)
  })
}
