import sharp from 'sharp'

/** What a camera writes into a photo, in words that stand nowhere else. */
export const camera = { make: 'Qphonemaker', model: 'Qmodel 7', owner: 'Qowner Name', serial: 'Q0123456789' }

/** Where it says it was, far from any report of the story, as figures of it begin. */
export const gps = ['50.29149', '28.73155']

let count = 0

/** A photo as a phone takes it, no two alike. */
export async function aPhotoFromACamera(): Promise<Buffer> {
  count += 1
  const background = { r: (count * 53) % 256, g: (count * 97) % 256, b: (count * 29) % 256 }
  return sharp({ create: { width: 900, height: 700, channels: 3, background } })
    .withExif({
      IFD0: { Make: camera.make, Model: camera.model, Artist: camera.owner, DateTime: '2026:01:01 12:00:00' },
      IFD2: { BodySerialNumber: camera.serial },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 17/1 2937/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '28/1 43/1 5361/100',
      },
    })
    .jpeg()
    .toBuffer()
}
