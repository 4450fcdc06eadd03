import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import libheif, { type HeifChannel, type HeifHandle } from 'libheif-js/wasm-bundle.js'

/** `longestSide` is what the picture is wanted for: a larger one may come back smaller, but never below it. */
export type HeicTask = { readonly path: string; readonly mostPixels: number; readonly longestSide: number }

/** The primary image upright, three bytes a pixel, and its Exif block when it has one. */
export type HeicAnswer =
  | {
      readonly kind: 'pixels'
      readonly width: number
      readonly height: number
      readonly rgb: Uint8Array
      readonly exif: Uint8Array | null
    }
  | { readonly kind: 'too_many_pixels' }
  | { readonly kind: 'damaged' }

const mostExif = 1024 * 1024
const { path, mostPixels, longestSide } = workerData as HeicTask
const file = readFileSync(path)
const answer = await decoded(file)
parentPort?.postMessage(answer, answer.kind === 'pixels' ? [answer.rgb.buffer as ArrayBuffer] : [])

async function decoded(bytes: Buffer): Promise<HeicAnswer> {
  try {
    limitPixels(mostPixels)
    const context = libheif.heif_context_alloc()
    const read = libheif.heif_context_read_from_memory(context, bytes)
    if (read.code !== libheif.heif_error_code.heif_error_Ok) return { kind: 'damaged' }
    const handle = libheif.heif_js_context_get_primary_image_handle(context)
    if ('code' in handle) return { kind: 'damaged' }
    const declared = libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle)
    if (declared > mostPixels) return { kind: 'too_many_pixels' }
    return await pixelsOf(handle)
  } catch {
    // An abort inside the library: it met what it could not read.
    return { kind: 'damaged' }
  }
}

async function pixelsOf(handle: HeifHandle): Promise<HeicAnswer> {
  const { heif_colorspace_RGB } = libheif.heif_colorspace
  const { heif_chroma_interleaved_RGB } = libheif.heif_chroma
  const image = await libheif.heif_js_decode_image2(handle, heif_colorspace_RGB, heif_chroma_interleaved_RGB)
  const channel = 'channels' in image ? image.channels[0] : undefined
  if (!channel) return { kind: 'damaged' }
  return { kind: 'pixels', ...shrunk(channel), exif: exifOf(handle) }
}

/**
 * As many whole pixels averaged into one as still leave the side that is wanted, since a copy of 48 million would be
 * the largest thing in memory. Rows of the library's are padded, ours are not.
 */
function shrunk({ data, width, height, stride }: HeifChannel) {
  const factor = Math.max(1, Math.min(Math.floor(Math.max(width, height) / longestSide), width, height))
  const across = Math.floor(width / factor)
  const down = Math.floor(height / factor)
  const rgb = new Uint8Array(across * down * 3)
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across * 3; x++) {
      const from = y * factor * stride + Math.floor(x / 3) * factor * 3 + (x % 3)
      let sum = 0
      for (let dy = 0; dy < factor; dy++)
        for (let dx = 0; dx < factor; dx++) sum += data[from + dy * stride + dx * 3] ?? 0
      rgb[y * across * 3 + x] = sum / (factor * factor)
    }
  }
  return { width: across, height: down, rgb }
}

/**
 * Files whose parts are larger than what they declare are stopped inside the library. `heif_security_limits` holds its
 * version in the first byte and the most pixels as 64 bits from the eighth.
 */
function limitPixels(most: number): void {
  const at = libheif._heif_get_global_security_limits() / 4
  libheif.HEAPU32.set([most, 0], at + 2)
}

/** The block that holds what the camera wrote, from where its directory begins. It only offers a point on a map: none is fine. */
function exifOf(handle: HeifHandle): Uint8Array | null {
  const image = handle.$$.ptr
  const count = Math.min(libheif._heif_image_handle_get_number_of_metadata_blocks(image, 0), 32)
  const ids = libheif._malloc(4 * 32)
  libheif._heif_image_handle_get_list_of_metadata_block_IDs(image, 0, ids, count)
  for (const id of libheif.HEAPU32.slice(ids / 4, ids / 4 + count)) {
    const size = libheif._heif_image_handle_get_metadata_size(image, id)
    const type = libheif._heif_image_handle_get_metadata_type(image, id)
    if (latin1(type, 5) !== 'Exif\0' || size < 12 || size > mostExif) continue
    // The error comes first: a struct that is returned in memory of the caller's.
    const block = libheif._malloc(16 + size)
    libheif._heif_image_handle_get_metadata(block, image, id, block + 16)
    const bytes = libheif.HEAPU8.slice(block + 16, block + 16 + size)
    return bytes.subarray(4 + new DataView(bytes.buffer).getUint32(0))
  }
  return null
}

function latin1(at: number, length: number): string {
  return String.fromCharCode(...libheif.HEAPU8.subarray(at, at + length))
}
