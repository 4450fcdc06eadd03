import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ShrinkWishes, shrinkVideo } from './shrink-video.ts'
import type { ShrinkNews } from './shrink-worker.ts'

/** A browser's thread that tells what a test has it tell. */
class Thread extends EventTarget {
  static last: Thread
  isEnded = false
  constructor() {
    super()
    Thread.last = this
  }
  postMessage() {}
  terminate() {
    this.isEnded = true
  }
  tell(data: ShrinkNews) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const file = new Blob(['video'])
const video = new Blob(['v'])

describe('making a video smaller', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('Worker', Thread)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const begin = (wishes: Partial<ShrinkWishes> = {}) => {
    const gone = new AbortController()
    const heard: (number | 'begun')[] = []
    const begun = () => void heard.push('begun')
    const progress = (share: number) => void heard.push(share)
    const usual = { seconds: 10, mustShrink: false, gone: gone.signal, begun, progress }
    return { end: shrinkVideo(file, { ...usual, ...wishes }), thread: Thread.last, gone, heard }
  }
  /** Goes on by a hundredth every ten seconds. */
  const crawl = async (thread: Thread, times: number) => {
    for (let done = 0; done < times; done++) {
      thread.tell({ kind: 'progress', share: done / 100 })
      await vi.advanceTimersByTimeAsync(10_000)
    }
  }

  it('says when it begins and how far it is, and ends its thread with the last word', async () => {
    const { end, thread, heard } = begin()
    thread.tell({ kind: 'progress', share: 0 })
    thread.tell({ kind: 'progress', share: 0.5 })
    thread.tell({ kind: 'made', video })
    expect(await end).toEqual({ kind: 'made', video })
    expect(heard).toEqual(['begun', 0, 0.5])
    expect(thread.isEnded).toBe(true)
  })

  it('ends when the person takes the video back', async () => {
    const { end, thread, gone } = begin()
    thread.tell({ kind: 'progress', share: 0.5 })
    gone.abort()
    expect(await end).toEqual({ kind: 'cannot' })
    expect(thread.isEnded).toBe(true)
  })

  it('can be tried again when what does it did not come, and not when it broke', async () => {
    const first = begin()
    first.thread.dispatchEvent(new Event('error'))
    expect(await first.end).toEqual({ kind: 'not_loaded' })
    expect(first.heard).toEqual([])

    const slow = begin()
    await vi.advanceTimersByTimeAsync(90_000)
    expect(await slow.end).toEqual({ kind: 'not_loaded' })

    const broken = begin()
    broken.thread.tell({ kind: 'progress', share: 0 })
    broken.thread.dispatchEvent(new Event('error'))
    expect(await broken.end).toEqual({ kind: 'cannot' })
  })

  it('ends when it hangs', async () => {
    const { end, thread } = begin({ mustShrink: true })
    thread.tell({ kind: 'progress', share: 0.5 })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await end).toEqual({ kind: 'cannot' })
    expect(thread.isEnded).toBe(true)
  })

  it('ends when it takes much longer than the video lasts, unless there is no other way to send it', async () => {
    const { end, thread } = begin()
    await crawl(thread, 8)
    expect(await end).toEqual({ kind: 'cannot' })

    const must = begin({ mustShrink: true })
    await crawl(must.thread, 50)
    must.thread.tell({ kind: 'made', video })
    expect(await must.end).toEqual({ kind: 'made', video })
  })
})
