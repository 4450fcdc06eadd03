/** Pixels of a video's sides, the longer and the shorter: a street and its signs stay readable on any screen. */
const largest = { longer: 1280, shorter: 720 } as const
/** Bits a second of pictures that large, and what sound adds to them. */
const rate = { pictures: 2_200_000, least: 500_000, sound: 128_000 } as const

/** What a video has to be larger than, in bytes, for making it smaller to be worth a phone's battery. */
export function worthMakingSmaller(seconds: number): number {
  return ((rate.pictures + rate.sound) / 8) * seconds * 1.25
}

/** The same shape within the largest, never larger than it was. Even sides, as encoders want them. */
export function sidesOfSmaller(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, largest.longer / Math.max(width, height), largest.shorter / Math.min(width, height))
  const even = (side: number) => Math.max(2, Math.round((side * scale) / 2) * 2)
  return { width: even(width), height: even(height) }
}

/** Bits a second for pictures of this size: fewer for small ones. */
export function bitsForPictures({ width, height }: { width: number; height: number }): number {
  const share = (width * height) / (largest.longer * largest.shorter)
  return Math.round(Math.max(rate.least, rate.pictures * Math.min(1, share)))
}
