import type { Sharp } from 'sharp'
import { sharp } from './image-loaders.ts'
import type { Part } from './prepared.ts'

/** In pixels: of the largest part. */
export const longestSide = 2048
const sides = [longestSide, 960, 320] as const
const webp = { quality: 78, effort: 2 } as const

/** Parts named by their longest side, each at most that long and never larger than the original. */
export async function photoSizes(
  original: Sharp,
): Promise<{ readonly width: number; readonly height: number; readonly parts: readonly Part[] }> {
  const { data, info } = await within(original, longestSide)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const parts: Part[] = []
  // One after another, from the largest in memory: the original is decoded once.
  for (const side of sides) {
    const bytes = await within(sharp(data, { raw }), side).webp(webp).toBuffer()
    parts.push({ name: `${side}.webp`, type: 'image/webp', body: () => bytes })
  }
  return { width: info.width, height: info.height, parts }
}

function within(image: Sharp, side: number): Sharp {
  return image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
}
