import { describe, expect, it } from 'vitest'
import { bytesOf } from './bytes-of.ts'

describe('the first bytes of a picked file', () => {
  it('are as many as are asked for, or as there are', async () => {
    expect(await bytesOf(new Blob(['photo']), 2)).toEqual(new TextEncoder().encode('ph'))
    expect(await bytesOf(new Blob(['photo']), 99)).toEqual(new TextEncoder().encode('photo'))
    expect(await bytesOf(new Blob([]))).toEqual(new Uint8Array())
  })

  it('are none when it is gone, whether the browser says so or gives nothing', async () => {
    const silent = Object.assign(new Blob(['photo']), { slice: () => new Blob([]) })
    const failing = Object.assign(new Blob(['photo']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('Gone')) }),
    })
    expect(await bytesOf(silent)).toBe(null)
    expect(await bytesOf(failing)).toBe(null)
  })
})
