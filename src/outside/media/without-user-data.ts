/** Messages that players skip and cameras fill with places, serial numbers and settings: registered and free user data. */
const userData = new Set([4, 5])

export type NalCodec = 'avc' | 'hevc'

/** How many bytes tell the length of each unit, by the decoder's configuration in the file. */
export function lengthSizeOf(codec: NalCodec, configuration: Uint8Array): number {
  return ((configuration[codec === 'avc' ? 4 : 21] ?? 3) & 3) + 1
}

/** One packet of H.264 or H.265 without such messages. Throws when its units do not add up. */
export function withoutUserData(codec: NalCodec, packet: Uint8Array, lengthSize: number): Uint8Array {
  const kept: Uint8Array[] = []
  for (let at = 0; at < packet.length; ) {
    const length = Buffer.from(packet.buffer, packet.byteOffset, packet.length).readUIntBE(at, lengthSize)
    const end = at + lengthSize + length
    if (end > packet.length) throw new Error('A unit is longer than its packet')
    if (!holdsUserData(codec, packet.subarray(at + lengthSize, end))) kept.push(packet.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}

/** The decoder's configuration of H.265 (ISO/IEC 14496-15, 8.3.3.1) without its lists of such messages. */
export function hevcConfigurationWithoutUserData(configuration: Uint8Array): Uint8Array {
  const bytes = Buffer.from(configuration)
  const kept: Uint8Array[] = []
  let at = 23
  for (let list = 0; list < bytes.readUInt8(22); list++) {
    const start = at
    const units = bytes.readUInt16BE(at + 1)
    at += 3
    for (let unit = 0; unit < units; unit++) at += 2 + bytes.readUInt16BE(at)
    if (at > bytes.length) throw new Error('A list is longer than the configuration')
    if (!isMessage('hevc', bytes.readUInt8(start) << 1)) kept.push(bytes.subarray(start, at))
  }
  return Buffer.concat([bytes.subarray(0, 22), Buffer.of(kept.length), ...kept])
}

function holdsUserData(codec: NalCodec, unit: Uint8Array): boolean {
  if (!isMessage(codec, unit[0] ?? 0)) return false
  const bytes = unescaped(unit.subarray(codec === 'avc' ? 1 : 2))
  // The last byte only ends the unit.
  for (let at = 0; at < bytes.length - 1; ) {
    const type = numberAt(bytes, at)
    if (userData.has(type.value)) return true
    const size = numberAt(bytes, type.end)
    at = size.end + size.value
  }
  return false
}

function isMessage(codec: NalCodec, header: number): boolean {
  return codec === 'avc' ? (header & 0x1f) === 6 : [39, 40].includes((header >> 1) & 0x3f)
}

/** Numbers are written as so many times 255, then the rest. */
function numberAt(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  let at = from
  while (bytes[at] === 0xff) at++
  return { value: (at - from) * 255 + (bytes[at] ?? 0), end: at + 1 }
}

/** Within a unit, a 3 after two zeros is there only so that nothing looks like the start of another. */
function unescaped(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => !(byte === 3 && at >= 2 && bytes[at - 1] === 0 && bytes[at - 2] === 0))
}
