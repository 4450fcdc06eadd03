import type { Point } from '#src/domain/report.ts'

/** One file to be stored. `body` may be asked for again after a failure. */
export type Part = {
  readonly name: string
  readonly type: string
  body(): Uint8Array | ReadableStream<Uint8Array>
}

/**
 * A photo or a video made anew without anything of the original but what is seen and heard. `width` and `height` are
 * of the largest part, `gps` is where the original said it was taken. Disposing removes what was written meanwhile.
 */
export type Prepared = AsyncDisposable & {
  readonly kind: 'photo' | 'video'
  readonly type: string
  readonly width: number
  readonly height: number
  readonly gps: Point | null
  readonly parts: readonly Part[]
}
