import { longestSide } from './photo-settings.ts'

export type Shrunk = { readonly blob: Blob; readonly canvas: HTMLCanvasElement }

/**
 * A photo no larger than is needed to see what is wrong, the right way up, without what the file knew of the device
 * and the place. Null when this browser can't read it: the server may.
 */
export async function shrinkPhoto(file: File): Promise<Shrunk | null> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    // An image, unlike a bitmap, is turned as its camera was held in every browser.
    await image.decode()
    const { width, height } = fitWithin(image.naturalWidth, image.naturalHeight, longestSide)
    const canvas = drawn(image, width, height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return blob && { blob, canvas: drawn(canvas, ...sidesOf(fitWithin(width, height, 256))) }
  } catch {
    // Not a picture to this browser: HEIC in most of them.
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The same shape with no side over the longest; never larger than it was. Whole pixels, one at least. */
export function fitWithin(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  const scaled = (side: number) => Math.max(1, Math.round(side * scale))
  return { width: scaled(width), height: scaled(height) }
}

function sidesOf({ width, height }: { width: number; height: number }): [number, number] {
  return [width, height]
}

function drawn(image: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas')
  context.imageSmoothingQuality = 'high'
  // JPEG has no transparency: without this it would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return canvas
}
