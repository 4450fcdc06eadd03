import sharp from 'sharp'
import type { Dice } from '#src/demo/dice.ts'

/** A small photo like no other. */
export async function aPhoto(dice: Dice): Promise<Blob> {
  const colour = () => dice.whole(0, 255)
  const background = { r: colour(), g: colour(), b: colour() }
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg({ quality: dice.whole(60, 95) })
    .toBuffer()
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
}
