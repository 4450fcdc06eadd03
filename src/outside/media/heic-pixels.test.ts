import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { heicPixels } from './heic-pixels.ts'

const fixture = (name: string) => join(import.meta.dirname, '../../../test/fixtures/media', name)
const mostPixels = 60_000_000

describe('a HEIC file', () => {
  it('is decoded with its colours', async () => {
    const pixels = await decoded('photo.heic')
    expect(pixels).toMatchObject({ width: 240, height: 160 })
    expect(coloursAt(pixels, [60, 100], [100, 100], [150, 100])).toEqual(['green', 'yellow', 'blue'])
  })

  it('comes back smaller when it is far larger than anything that is shown', async () => {
    const pixels = await decoded('wide.heic')
    expect(pixels).toMatchObject({ width: 2101, height: 21 })
    const points: [number, number][] = [
      [2, 2],
      [1040, 19],
      [1060, 2],
      [2099, 19],
    ]
    expect(coloursAt(pixels, ...points)).toEqual(['red', 'red', 'blue', 'blue'])
  })

  it('is refused when it has more pixels than asked for, also when only its tiles do', async () => {
    expect(await heicPixels(fixture('photo.heic'), 240 * 160 - 1)).toEqual({
      ok: false,
      problem: { kind: 'too_many_pixels' },
    })
    const bytes = await readFile(fixture('photo.heic'))
    const declared = bytes.indexOf('ispe') + 8
    bytes.writeUInt32BE(16, declared)
    bytes.writeUInt32BE(16, declared + 4)
    const path = join(tmpdir(), `heic-test-${crypto.randomUUID()}`)
    await writeFile(path, bytes)
    expect((await heicPixels(path, 1000)).ok).toBe(false)
    await rm(path)
  })

  it('throws when it cannot be read at all, which no sender did', async () => {
    await expect(heicPixels(fixture('none.heic'), mostPixels)).rejects.toThrow('ENOENT')
  })
})

async function decoded(name: string) {
  const pixels = await heicPixels(fixture(name), mostPixels)
  if (!pixels.ok) throw new Error(pixels.problem.kind)
  return pixels.value
}

const colours: Readonly<Record<string, string>> = { '100': 'red', '010': 'green', '001': 'blue', '110': 'yellow' }

function coloursAt(
  { rgb, width }: { readonly rgb: Uint8Array; readonly width: number },
  ...points: [number, number][]
) {
  return points.map(([x, y]) => {
    const at = (y * width + x) * 3
    return colours[[...rgb.subarray(at, at + 3)].map((light) => Math.round(light / 255)).join('')]
  })
}
