/** Stops a request after so many milliseconds. `AbortSignal.timeout` is younger than the phones: it came in 2022. */
export function stopAfter(milliseconds: number): AbortSignal {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), milliseconds)
  return stop.signal
}
