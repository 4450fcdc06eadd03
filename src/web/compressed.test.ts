import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

import { compressed, encodingFor } from './compressed.ts'

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', null],
  ['identity', null],
  [null, null],
])('answers %s with %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})

it('gives back the same text', async () => {
  const text = 'Тече вода з люка. '.repeat(200)
  expect(brotliDecompressSync(await compressed(text, 'br')).toString()).toBe(text)
  expect(gunzipSync(await compressed(text, 'gzip')).toString()).toBe(text)
})
