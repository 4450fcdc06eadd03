import {
  BlobSource,
  BufferTarget,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  Quality,
  WEBM,
} from 'mediabunny'
import { longestVideo } from './photo-settings.ts'
import { bitsForPictures, sidesOfSmaller } from './smaller-video.ts'

/** What the worker tells: how far it is, then one of the others. */
export type ShrinkNews =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'made'; readonly video: Blob }
  | { readonly kind: 'too_long' }
  /** This browser can't decode it, or encode it with its sound. */
  | { readonly kind: 'cannot' }

/** Frames a second; more is for slow motion, and is halved or more. */
const mostFrames = 30

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  tell({ kind: 'progress', share: 0 })
  void shrunk(data)
    .catch((): ShrinkNews => ({ kind: 'cannot' }))
    .then(tell)
})

function tell(news: ShrinkNews): void {
  postMessage(news)
}

/**
 * The video in H.264, which every browser plays, in sides and bits as {@link sidesOfSmaller} has them; its sound as it
 * was where an MP4 may hold that. What the original knew of the place and the device is not in it.
 */
async function shrunk(file: Blob): Promise<ShrinkNews> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM] })
  const pictures = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
  if (!pictures) return { kind: 'cannot' }
  if ((await input.computeDuration()) > longestVideo + 0.5) return { kind: 'too_long' }

  const sides = sidesOfSmaller(await pictures.getDisplayWidth(), await pictures.getDisplayHeight())
  const { averagePacketRate } = await pictures.computePacketStats(100)
  const target = new BufferTarget()
  const conversion = await Conversion.init({
    input,
    output: new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target }),
    tracks: 'primary',
    video: {
      codec: 'avc',
      ...sides,
      fit: 'fill',
      quality: new Quality({ bitrate: bitsForPictures(sides) }),
      ...(averagePacketRate > mostFrames * 1.2 ? { frameRate: mostFrames } : {}),
    },
    tags: {},
    showWarnings: false,
  })
  const isWhole = [pictures, sound].every((track) => !track || conversion.utilizedTracks.includes(track))
  if (!isWhole) return { kind: 'cannot' }

  let told = 0
  conversion.onProgress = (share) => {
    if (share - told < 0.01) return
    told = share
    tell({ kind: 'progress', share })
  }
  await conversion.execute()
  return target.buffer ? { kind: 'made', video: new Blob([target.buffer], { type: 'video/mp4' }) } : { kind: 'cannot' }
}
