import { open } from 'node:fs/promises'

import { type Result, refuse } from '#src/domain/result.ts'
import { gate } from './gate.ts'
import { headLength, type MediaFormat, mediaFormat } from './media-format.ts'
import type { MediaProblem } from './media-problem.ts'
import { preparePhoto } from './prepare-photo.ts'
import { prepareVideo } from './prepare-video.ts'
import type { Prepared } from './prepared.ts'

const mebibyte = 1024 * 1024
const mostBytes = { photo: 50 * mebibyte, video: 100 * mebibyte }

/**
 * For the whole process, whose memory they spare: a photo may take 500 MB, a video 150 MB. Those who wait hold none.
 * A video made to take long to read delays videos alone.
 */
const oneOfFew = { photo: gate(2, 100), video: gate(2, 20) }

/**
 * Makes a photo or a video anew, decided by its content and not by its name. The file itself is left as it is. Few are
 * worked on at once and some wait; to the rest it says that it is busy.
 */
export async function prepareMedia(path: string): Promise<Result<Prepared, MediaProblem>> {
  const { format, size } = await look(path)
  if (size === 0) return refuse({ kind: 'file_empty' })
  if (format === null) return refuse({ kind: 'not_a_photo_or_video' })
  const video = format === 'mp4' || format === 'webm'
  const most = video ? mostBytes.video : mostBytes.photo
  if (size > most) return refuse({ kind: 'file_too_large', mostBytes: most })

  const made = video
    ? await oneOfFew.video(() => prepareVideo(path, format))
    : await oneOfFew.photo(() => preparePhoto(path, format))
  return made ?? refuse({ kind: 'media_busy' })
}

async function look(path: string): Promise<{ readonly format: MediaFormat | null; readonly size: number }> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
  return { format: mediaFormat(buffer.subarray(0, bytesRead)), size: (await file.stat()).size }
}
