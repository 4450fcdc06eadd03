export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heic'
export type VideoFormat = 'mp4' | 'webm'
export type MediaFormat = PhotoFormat | VideoFormat

/** How many of a file's first bytes `mediaFormat` needs. */
export const headLength = 256

const photoBrands: Readonly<Record<string, PhotoFormat>> = {
  heic: 'heic',
  heix: 'heic',
  heim: 'heic',
  heis: 'heic',
}
const videoBrands = /^(?:isom|iso[2-9a]|mp4[12]|avc1|M4V |M4VP|qt {2}|3gp.|3g2.|mmp4|MSNV|dash|XAVC)$/

/** What a file is by its first bytes, whatever it is called; null when it is nothing we take. */
export function mediaFormat(head: Uint8Array): MediaFormat | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp'
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? 'webm' : null
  if (text.startsWith('ftyp', 4)) return byBrand(text)
  // QuickTime of old cameras has no `ftyp` and begins with its first box.
  return /^(?:moov|mdat|wide|free|skip)$/.test(text.slice(4, 8)) ? 'mp4' : null
}

/** The main brand decides; `mif1` and `msf1` say only "some image", so the others are asked. */
function byBrand(text: string): MediaFormat | null {
  const length = Math.min(text.length, text.charCodeAt(2) * 256 + text.charCodeAt(3))
  const brands = [text.slice(8, 12)]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text.slice(at, at + 4))
  const photo = brands.map((brand) => photoBrands[brand]).find((format) => format !== undefined)
  if (photo) return photo
  return brands.some((brand) => videoBrands.test(brand)) ? 'mp4' : null
}
