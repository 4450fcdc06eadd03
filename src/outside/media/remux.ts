import { stat } from 'node:fs/promises'
import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'

import { type KeptTrack, keptAudio, keptVideo } from './kept-track.ts'
import type { VideoFormat } from './media-format.ts'

export type RemuxTask = {
  readonly path: string
  readonly into: string
  readonly format: VideoFormat
  readonly mostSeconds: number
  readonly mostPixels: number
}

/** `width` and `height` are as the video is shown, upright. */
export type RemuxAnswer =
  | { readonly kind: 'remuxed'; readonly width: number; readonly height: number }
  | { readonly kind: 'not_a_photo_or_video' | 'video_too_long' | 'too_many_pixels' | 'file_damaged' }

/**
 * Writes a video anew: its pictures and sound as they were encoded, in a file that holds nothing else of the original
 * and begins with what a player needs first. Reads and writes little by little.
 */
export async function remux({ path, into, format, mostSeconds, mostPixels }: RemuxTask): Promise<RemuxAnswer> {
  using input = new Input({ source: new FilePathSource(path), formats: format === 'webm' ? [WEBM] : [MP4, QTFF] })
  const track = await input.getPrimaryVideoTrack()
  if (!track) return { kind: 'not_a_photo_or_video' }
  if (((await input.getDurationFromMetadata()) ?? 0) > mostSeconds) return { kind: 'video_too_long' }
  const width = await track.getDisplayWidth()
  const height = await track.getDisplayHeight()
  if (!(width >= 1 && height >= 1)) return { kind: 'file_damaged' }
  if (Math.max(width * height, (await track.getCodedWidth()) * (await track.getCodedHeight())) > mostPixels) {
    return { kind: 'too_many_pixels' }
  }

  const video = await keptVideo(track, format)
  if (!video) return { kind: 'file_damaged' }
  const audio = await keptAudio(await input.getPrimaryAudioTrack(), format)
  const tracks = audio ? [video, audio] : [video]
  const measured = await measure(tracks, (await stat(path)).size, mostSeconds)
  if (measured.kind !== 'measured') return measured

  const output = new Output({
    format: format === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: new FilePathTarget(into),
  })
  const counts = measured.counts
  const pictures = new EncodedVideoPacketSource(video.codec)
  const rotation = await track.getRotation()
  output.addVideoTrack(pictures, { rotation, flip: await track.getFlip(), maximumPacketCount: counts[0] ?? 0 })
  const sound = audio && new EncodedAudioPacketSource(audio.codec)
  if (sound) output.addAudioTrack(sound, { maximumPacketCount: counts[1] ?? 0 })

  await output.start()
  for await (const { of, packet } of interleaved(tracks)) {
    const moved = packet.clone({ timestamp: packet.timestamp - measured.start, sideData: {} })
    if (of === video) await pictures.add(moved, { decoderConfig: video.config })
    else if (audio) await sound?.add(moved, { decoderConfig: audio.config })
  }
  await output.finalize()
  return { kind: 'remuxed', width, height }
}

type Measured =
  | { readonly kind: 'measured'; readonly counts: readonly number[]; readonly start: number }
  | { readonly kind: 'video_too_long' | 'file_damaged' }

/** No phone makes a thousand packets a second. */
const mostPackets = 100_000

/** What the packets themselves say, since a header may say anything, and the same bytes may be named again and again. */
async function measure(tracks: readonly KeptTrack[], size: number, mostSeconds: number): Promise<Measured> {
  let start = Infinity
  let end = -Infinity
  let bytes = 0
  const counts: number[] = []
  for (const track of tracks) {
    let count = 0
    for await (const packet of track.packets({ metadataOnly: true })) {
      start = Math.min(start, packet.timestamp)
      end = Math.max(end, packet.timestamp + packet.duration)
      bytes += packet.byteLength
      count++
      if (end - start > mostSeconds) return { kind: 'video_too_long' }
      if (count > mostPackets || bytes > size || Number.isNaN(end - start)) return { kind: 'file_damaged' }
    }
    counts.push(count)
  }
  if (!counts[0]) return { kind: 'file_damaged' }
  // What begins before zero is needed to decode but not shown, and stays so.
  return { kind: 'measured', counts, start: Math.max(0, start) }
}

/** The packets of all tracks in the order in which a player needs them. */
async function* interleaved(
  tracks: readonly KeptTrack[],
): AsyncGenerator<{ readonly of: KeptTrack; readonly packet: EncodedPacket }> {
  const waiting = await Promise.all(
    tracks.map(async (of) => {
      const packets = of.packets()
      return { of, packets, next: await packets.next() }
    }),
  )
  for (;;) {
    const [first] = waiting
      .flatMap((one) => (one.next.done ? [] : [{ one, packet: one.next.value }]))
      .toSorted((a, b) => a.packet.timestamp - b.packet.timestamp)
    if (!first) return
    yield { of: first.one.of, packet: first.packet }
    first.one.next = await first.one.packets.next()
  }
}
