import { ok, type Result, refuse } from '#src/domain/result.ts'
import { gpsFromExif } from './gps-from-exif.ts'
import { sharp } from './image-loaders.ts'
import type { MediaProblem } from './media-problem.ts'
import { photoSizes } from './photo-sizes.ts'
import type { Prepared } from './prepared.ts'

/** More than any telephone makes; 60 million decoded pixels are 240 MB. */
export const mostPixels = 60_000_000
const seconds = 20

/** Makes a photo anew in three sizes, upright, in sRGB, on white, without any metadata. */
export async function preparePhoto(path: string): Promise<Result<Prepared, MediaProblem>> {
  const original = sharp(path, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
  try {
    const { width, height, exif } = await original.metadata()
    if (width * height > mostPixels) return refuse({ kind: 'too_many_pixels' })
    const sizes = await photoSizes(original.autoOrient().timeout({ seconds }))
    const gps = exif ? gpsFromExif(exif) : null
    return ok({ kind: 'photo', type: 'image/webp', gps, ...sizes, async [Symbol.asyncDispose]() {} })
  } catch (fault) {
    return refuse(problemOf(fault))
  }
}

/** The library says what is wrong with a file only in words. */
function problemOf(fault: unknown): MediaProblem {
  return String(fault).includes('pixel limit') ? { kind: 'too_many_pixels' } : { kind: 'file_damaged' }
}
