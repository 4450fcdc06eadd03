import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { ok, type Result, refuse } from '#src/domain/result.ts'
import { inWorker, workerUrl } from './in-worker.ts'
import type { VideoFormat } from './media-format.ts'
import type { MediaProblem } from './media-problem.ts'
import { poster } from './poster.ts'
import type { Prepared } from './prepared.ts'
import type { RemuxAnswer, RemuxTask } from './remux.ts'
import { temporaryFolder } from './temporary-folder.ts'

const seconds = 60
/** Cameras told to stop after a minute stop a little later. */
const leeway = 1
/** More than 8K. */
const mostPixels = 36_000_000
/** 100 MB take two seconds; a file can be made that would take for ever. */
const limits = { seconds: 20, heapMegabytes: 256 }

/** Writes a video anew without anything but its pictures and its sound, and draws a poster for it. */
export async function prepareVideo(path: string, format: VideoFormat): Promise<Result<Prepared, MediaProblem>> {
  await using cleanup = new AsyncDisposableStack()
  const folder = cleanup.use(await temporaryFolder())
  const into = join(folder.path, `video.${format}`)
  const task: RemuxTask = { path, into, format, mostSeconds: seconds + leeway, mostPixels }
  const answer = (await inWorker<RemuxAnswer>(workerUrl('remux-worker'), task, limits)) ?? { kind: 'file_damaged' }
  if (answer.kind === 'video_too_long') return refuse({ kind: answer.kind, seconds })
  if (answer.kind !== 'remuxed') return refuse({ kind: answer.kind })

  const { width, height } = answer
  const picture = await poster(width, height)
  const made = cleanup.move()
  const type = `video/${format}`
  return ok({
    kind: 'video',
    type,
    width,
    height,
    gps: null,
    parts: [
      {
        name: `video.${format}`,
        type,
        body: () => Readable.toWeb(createReadStream(into)) as ReadableStream<Uint8Array>,
      },
      { name: 'poster.webp', type: 'image/webp', body: () => picture },
    ],
    [Symbol.asyncDispose]: () => made.disposeAsync(),
  })
}
