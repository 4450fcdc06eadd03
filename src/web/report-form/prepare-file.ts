import type { Point } from '#src/domain/report.ts'
import { bytesOf } from './bytes-of.ts'
import { gpsWithin, photoGps } from './photo-gps.ts'
import { largestFile, longestVideo } from './photo-settings.ts'
import type { PhotoWord } from './photo-words.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { worthMakingSmaller } from './smaller-video.ts'
import { videoSeconds } from './video-seconds.ts'

export type Prepared =
  | {
      readonly kind: 'ready'
      readonly file: File
      readonly gps: Point | null
      readonly picture: HTMLCanvasElement | null
    }
  /** It can't be sent at all; the sentence that says why. */
  | { readonly kind: 'refused'; readonly why: PhotoWord }
  /** What makes a video smaller could not be loaded. */
  | { readonly kind: 'not_now' }

export type Wishes = {
  /** It was made what is sent before: its bytes stay, since some of them may be on the server. */
  readonly isReady: boolean
  /** A video is sent as it is. */
  readonly isSpared: boolean
  /** Hears that a video begins to be made smaller, and the share that is done, from 0 to 1. */
  readonly begun: () => void
  readonly progress: (share: number) => void
  readonly gone: AbortSignal
}

/** Makes of a picked file what is sent: as small as is enough to see what is wrong, and without the place. */
export async function prepareFile(file: File, wishes: Wishes): Promise<Prepared> {
  const bytes = await bytesOf(file, gpsWithin)
  if (!bytes) return { kind: 'refused', why: 'files.problem.unreadable' }
  if (file.type.startsWith('video/')) return wishes.isReady ? ready(file) : await prepareVideo(file, wishes)
  const shrunk = await shrinkPhoto(file)
  const small = shrunk && !wishes.isReady && new File([shrunk.blob], 'photo.jpg', { type: 'image/jpeg' })
  return ready(small || file, photoGps(bytes), shrunk?.canvas)
}

async function prepareVideo(file: File, { isSpared, ...wishes }: Wishes): Promise<Prepared> {
  const seconds = await videoSeconds(file)
  if (seconds !== null && seconds > longestVideo + 0.5) return tooLong
  const asItIs = ready(file)
  const lasts = seconds ?? longestVideo
  if (isSpared || typeof VideoEncoder === 'undefined' || file.size < worthMakingSmaller(lasts)) return asItIs

  const shrinker = await import('./shrink-video.ts').catch(() => null)
  const mustShrink = asItIs.kind === 'refused'
  const made = await shrinker?.shrinkVideo(file, { ...wishes, seconds: lasts, mustShrink })
  if (!made || made.kind === 'not_loaded') return { kind: 'not_now' }
  if (made.kind === 'too_long') return tooLong
  if (made.kind === 'cannot' || made.video.size > file.size * 0.9) return asItIs
  return ready(new File([made.video], 'video.mp4', { type: 'video/mp4' }))
}

const tooLong: Prepared = { kind: 'refused', why: 'files.problem.video_too_long' }

function ready(file: File, gps: Point | null = null, picture: HTMLCanvasElement | null = null): Prepared {
  if (file.size > largestFile) return { kind: 'refused', why: 'files.problem.file_too_large' }
  return { kind: 'ready', file, gps, picture }
}
