import { describe, expect, it } from 'vitest'

import { inWorker, workerUrl } from './in-worker.ts'

const limits = { seconds: 20, heapMegabytes: 32 }
const answering = 'import { parentPort, workerData } from "node:worker_threads";'

describe('a worker', () => {
  it('answers about its task', async () => {
    const worker = running(`${answering} parentPort.postMessage(workerData.words.toUpperCase())`)
    expect(await inWorker(worker, { words: 'так' }, limits)).toBe('ТАК')
  })

  it('is given nothing of ours but its task', async () => {
    const worker = running(
      `${answering} parentPort.postMessage([process.env, process.argv.slice(2), process.execArgv])`,
    )
    expect(await inWorker(worker, {}, limits)).toEqual([{}, [], []])
  })

  it.each([
    ['never ends', 'for (;;);', { ...limits, seconds: 0.5 }],
    ['waits for ever', 'await new Promise((done) => setTimeout(done, 100_000))', { ...limits, seconds: 0.5 }],
    ['takes ever more memory', 'const all = []; for (;;) all.push({ more: all.length })', limits],
    ['ends without a word', 'process.exit(3)', limits],
  ])('is null to whoever asked when it %s', async (_, code, limit) => {
    expect(await inWorker(running(code), {}, limit)).toBeNull()
  })

  it('hands on what it throws', async () => {
    await expect(inWorker(running('throw new Error("no room on the disk")'), {}, limits)).rejects.toThrow('no room')
  })

  it('is found by its name, and its absence is told', () => {
    expect(workerUrl('heic-worker').pathname).toMatch(/\/heic-worker\.ts$/)
    expect(() => workerUrl('no-worker')).toThrow('no-worker')
  })
})

function running(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}
