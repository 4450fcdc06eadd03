import type { ShrinkNews } from './shrink-worker.ts'

export type ShrinkWishes = {
  /** How long it lasts. */
  readonly seconds: number
  /** It can't be sent as it is: then it may take any time, as long as it goes on. */
  readonly mustShrink: boolean
  readonly gone: AbortSignal
  /** Hears that the work has begun, and the share that is done, from 0 to 1. */
  readonly begun: () => void
  readonly progress: (share: number) => void
}

/** `not_loaded`: what does it has not come, so it may be tried again. */
export type Shrinking = Exclude<ShrinkNews, { kind: 'progress' }> | { readonly kind: 'not_loaded' }

/** Seconds without a word after which it hangs; what does it comes over a slow link. */
const silence = { loading: 90, working: 30 } as const
/** How many times longer than the video lasts making it smaller may take: sending it as it is takes no battery. */
const timesLonger = 4

/**
 * Makes a video smaller in a thread of its own, which takes whatever goes wrong with it when it ends. Never rejects: it
 * ends by itself, when the file is `gone`, and when it hangs or takes too long.
 */
export function shrinkVideo(
  file: Blob,
  { seconds, mustShrink, gone, begun, progress }: ShrinkWishes,
): Promise<Shrinking> {
  const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' })
  let isLoaded = false
  let [quiet, worked] = [0, 0]
  let clock: ReturnType<typeof setInterval> | undefined
  return new Promise<Shrinking>((end) => {
    // Ticks, not hours: in a pocket a page stands still, and its thread with it.
    clock = setInterval(() => {
      quiet += 1
      worked += isLoaded ? 1 : 0
      if (quiet >= silence.loading && !isLoaded) end({ kind: 'not_loaded' })
      const isTooLong = !mustShrink && worked > seconds * timesLonger + silence.working
      if (isLoaded && (quiet >= silence.working || isTooLong)) end({ kind: 'cannot' })
    }, 1000)
    worker.addEventListener('message', ({ data }: MessageEvent<ShrinkNews>) => {
      if (!isLoaded) begun()
      isLoaded = true
      quiet = 0
      if (data.kind === 'progress') progress(data.share)
      else end(data)
    })
    worker.addEventListener('error', () => end({ kind: isLoaded ? 'cannot' : 'not_loaded' }))
    gone.addEventListener('abort', () => end({ kind: 'cannot' }))
    worker.postMessage(file)
  }).finally(() => {
    clearInterval(clock)
    worker.terminate()
  })
}
