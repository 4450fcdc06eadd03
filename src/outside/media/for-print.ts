import type { Printed } from '../document/document.ts'
import { sharp } from './image-loaders.ts'

/** A picture of ours as a small JPEG, for paper: inside so many pixels, on white. */
export async function forPrint(
  bytes: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Printed> {
  const { data, info } = await sharp(bytes)
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 74 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}
