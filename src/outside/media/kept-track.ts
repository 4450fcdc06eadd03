import {
  type AudioCodec,
  EncodedPacket,
  EncodedPacketSink,
  type InputAudioTrack,
  type InputVideoTrack,
  type PacketRetrievalOptions,
  type VideoCodec,
} from 'mediabunny'

import type { VideoFormat } from './media-format.ts'
import { hevcConfigurationWithoutUserData, lengthSizeOf, withoutUserData } from './without-user-data.ts'

type Kept<Codec, Config> = {
  readonly codec: Codec
  readonly config: Config
  /** In the order of decoding, beginning with one that can be decoded by itself. */
  packets(options?: PacketRetrievalOptions): AsyncGenerator<EncodedPacket>
}
export type KeptVideo = Kept<VideoCodec, VideoDecoderConfig>
export type KeptAudio = Kept<AudioCodec, AudioDecoderConfig>
export type KeptTrack = KeptVideo | KeptAudio

/** What browsers play in each kind of file. */
const played: Readonly<
  Record<VideoFormat, { readonly video: readonly VideoCodec[]; readonly audio: readonly AudioCodec[] }>
> = {
  mp4: { video: ['avc', 'hevc', 'vp9', 'av1'], audio: ['aac', 'mp3', 'opus', 'flac'] },
  webm: { video: ['vp8', 'vp9', 'av1'], audio: ['opus', 'vorbis'] },
}

/** The pictures, without what cameras hide among them; null when no browser could show them. */
export async function keptVideo(track: InputVideoTrack, format: VideoFormat): Promise<KeptVideo | null> {
  const codec = await track.getCodec()
  const config = await track.getDecoderConfig()
  if (!codec || !config || !played[format].video.includes(codec)) return null
  const sink = new EncodedPacketSink(track)
  // What its author cut away before the beginning goes too, down to the picture that the first one shown builds upon.
  const first = (await sink.getKeyPacket(0)) ?? (await sink.getFirstKeyPacket())
  if (!first) return null
  const packets = (options?: PacketRetrievalOptions) => sink.packets(first, undefined, options)
  const { description } = config
  if ((codec !== 'avc' && codec !== 'hevc') || !description) return { codec, config, packets }

  const configuration = bytesOf(description)
  const lengthSize = lengthSizeOf(codec, configuration)
  return {
    codec,
    config: codec === 'hevc' ? { ...config, description: hevcConfigurationWithoutUserData(configuration) } : config,
    async *packets(options) {
      for await (const packet of packets(options)) {
        if (packet.isMetadataOnly) yield packet
        else yield withData(packet, withoutUserData(codec, packet.data, lengthSize))
      }
    },
  }
}

/** The sound; null when there is none that browsers play. */
export async function keptAudio(track: InputAudioTrack | null, format: VideoFormat): Promise<KeptAudio | null> {
  const codec = (await track?.getCodec()) ?? null
  const config = (await track?.getDecoderConfig()) ?? null
  if (!track || !codec || !config || !played[format].audio.includes(codec)) return null
  const sink = new EncodedPacketSink(track)
  return {
    codec,
    config,
    async *packets(options) {
      let latest = -Infinity
      for await (const packet of sink.packets(undefined, undefined, options)) {
        // Not heard: before the beginning, or out of order, which no file may hold.
        if (packet.timestamp + packet.duration <= 0 || packet.timestamp < latest) continue
        latest = packet.timestamp
        yield packet
      }
    },
  }
}

function withData({ type, timestamp, duration, sequenceNumber }: EncodedPacket, data: Uint8Array): EncodedPacket {
  return new EncodedPacket(data, type, timestamp, duration, sequenceNumber)
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
}
