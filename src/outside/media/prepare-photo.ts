import { ok, type Result, refuse } from '#src/domain/result.ts'
import { gpsFromExif } from './gps-from-exif.ts'
import { heicPixels } from './heic-pixels.ts'
import { type Sharp, sharp } from './image-loaders.ts'
import type { PhotoFormat } from './media-format.ts'
import type { MediaProblem } from './media-problem.ts'
import { photoSizes } from './photo-sizes.ts'
import type { Prepared } from './prepared.ts'

/** More than any telephone makes; so many decoded pixels are 240 MB. */
const mostPixels = 60_000_000
const seconds = 20

/** Makes a photo anew in three sizes, upright, in sRGB, on white, without any metadata. */
export async function preparePhoto(path: string, format: PhotoFormat): Promise<Result<Prepared, MediaProblem>> {
  try {
    const opened = format === 'heic' ? await openHeic(path) : await openImage(path, format)
    if (!opened.ok) return opened
    const { image, exif } = opened.value
    const sizes = await photoSizes(image.timeout({ seconds }))
    const gps = exif ? gpsFromExif(exif) : null
    return ok({ kind: 'photo', type: 'image/webp', gps, ...sizes, async [Symbol.asyncDispose]() {} })
  } catch (fault) {
    return refuse(problemOf(fault))
  }
}

type Opened = { readonly image: Sharp; readonly exif: Uint8Array | null }

async function openImage(path: string, format: PhotoFormat): Promise<Result<Opened, MediaProblem>> {
  const image = sharp(path, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
  const { width, height, exif, format: found } = await image.metadata()
  // What its first bytes say and what the library makes of it must be one.
  if (found !== format) return refuse({ kind: 'file_damaged' })
  if (width * height > mostPixels) return refuse({ kind: 'too_many_pixels' })
  return ok({ image: image.autoOrient(), exif: exif ?? null })
}

/** The image library's build reads no HEVC. What the decoder gives is upright already. */
async function openHeic(path: string): Promise<Result<Opened, MediaProblem>> {
  const pixels = await heicPixels(path, mostPixels)
  if (!pixels.ok) return pixels
  const { rgb, width, height, exif } = pixels.value
  return ok({ image: sharp(rgb, { raw: { width, height, channels: 3 } }), exif })
}

/** The library says what is wrong with a file only in words. */
function problemOf(fault: unknown): MediaProblem {
  return String(fault).includes('pixel limit') ? { kind: 'too_many_pixels' } : { kind: 'file_damaged' }
}
