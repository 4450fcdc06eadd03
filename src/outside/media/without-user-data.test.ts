import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hevcConfigurationWithoutUserData, lengthSizeOf, withoutUserData } from './without-user-data.ts'

const picture = [0x65, 1, 2, 3]
const place = [0x06, 5, 4, 0x35, 0x30, 0x2e, 0x32, 0x80]
const timing = [0x06, 1, 2, 9, 9, 0x80]

describe('a packet of H.264', () => {
  it('loses user data and keeps pictures and timing', () => {
    expect(h264(timing, place, picture)).toEqual(packet(4, timing, picture))
  })

  it('loses it also behind another message, behind escaped zeros and when it is long', () => {
    const behind = [0x06, 1, 2, 9, 9, 5, 1, 7, 0x80]
    const escaped = [0x06, 1, 3, 0, 0, 3, 1, 4, 1, 7, 0x80]
    const long = [0x06, 5, 255, 45, ...Array(300).fill(7), 0x80]
    expect(h264(behind, escaped, long, picture)).toEqual(packet(4, picture))
  })

  it('keeps a message whose type only begins with 255', () => {
    const other = [0x06, 255, 5, 1, 7, 0x80]
    expect(h264(other)).toEqual(packet(4, other))
  })

  it.each([1, 2, 4])('is read with lengths of %i bytes', (size) => {
    expect(lengthSizeOf('avc', Buffer.from([1, 100, 0, 30, 0xfc | (size - 1)]))).toBe(size)
    expect([...withoutUserData('avc', packet(size, place, picture), size)]).toEqual([...packet(size, picture)])
  })

  it('is refused when its units do not add up', () => {
    expect(() => withoutUserData('avc', packet(4, picture).subarray(0, 7), 4)).toThrow()
    expect(() => withoutUserData('avc', Buffer.of(0, 0), 4)).toThrow()
  })

  it('never holds a unit that it did not hold, whatever it is made of', () => {
    const units = fc.array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(units, fc.constantFrom('avc' as const, 'hevc' as const), (made, codec) => {
        const kept = withoutUserData(codec, packet(4, ...made), 4)
        expect(kept.length).toBeLessThanOrEqual(packet(4, ...made).length)
        expect([...withoutUserData(codec, kept, 4)]).toEqual([...kept])
      }),
    )
  })
})

describe('a packet of H.265', () => {
  it('loses user data before and after the picture', () => {
    const shown = [0x26, 1, 8, 8]
    const before = [39 << 1, 1, 5, 1, 7, 0x80]
    const after = [40 << 1, 1, 4, 1, 7, 0x80]
    const kept = withoutUserData('hevc', packet(4, before, shown, after), 4)
    expect([...kept]).toEqual([...packet(4, shown)])
  })

  it('has a configuration that loses its lists of messages', () => {
    const head = [...Array(21).fill(1), 0xf3]
    const parameters = [0x80 | 33, 0, 1, 0, 2, 66, 1]
    const messages = [0x80 | 39, 0, 2, 0, 3, 78, 1, 5, 0, 1, 9]
    const configuration = Buffer.from([...head, 2, ...messages, ...parameters])
    expect([...hevcConfigurationWithoutUserData(configuration)]).toEqual([...head, 1, ...parameters])
    expect(() => hevcConfigurationWithoutUserData(configuration.subarray(0, 30))).toThrow()
    expect(lengthSizeOf('hevc', configuration)).toBe(4)
  })
})

function h264(...units: number[][]): Uint8Array {
  return withoutUserData('avc', packet(4, ...units), 4)
}

function packet(lengthSize: number, ...units: number[][]): Buffer {
  return Buffer.concat(
    units.map((unit) => {
      const length = Buffer.alloc(lengthSize)
      length.writeUIntBE(unit.length, 0, lengthSize)
      return Buffer.concat([length, Buffer.from(unit)])
    }),
  )
}
