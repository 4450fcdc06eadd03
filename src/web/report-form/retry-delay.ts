/** Milliseconds to wait before a further try after so many that failed: twice as long each time, half a minute at most. */
export function retryDelay(failed: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, failed - 1))
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
