import { expect, it, vi } from 'vitest'

import { streamed } from './streamed.ts'

async function* counting(made: number[], most = Number.POSITIVE_INFINITY) {
  for (let piece = 0; piece < most; piece += 1) {
    made.push(piece)
    yield `${piece} `
  }
}

it('makes a piece when somebody takes it, and not before', async () => {
  const made: number[] = []
  const reader = streamed(counting(made), () => undefined).getReader()
  await new Promise(setImmediate)
  expect(made).toEqual([])
  await reader.read()
  await reader.read()
  await new Promise(setImmediate)
  expect(made).toEqual([0, 1])
  await reader.cancel()
})

it('sends all of it, and says when it ends', async () => {
  const ended = vi.fn()
  expect(await new Response(streamed(counting([], 3), ended)).text()).toBe('0 1 2 ')
  expect(ended).toHaveBeenCalledOnce()
})

it('ends the work when the client goes away', async () => {
  const made: number[] = []
  const ended = vi.fn()
  const reader = streamed(counting(made), ended).getReader()
  await reader.read()
  await reader.cancel()
  expect([made, ended.mock.calls.length]).toEqual([[0], 1])
})

it('gives up a client that takes nothing', async () => {
  const ended = vi.fn()
  const reader = streamed(counting([]), ended, 1).getReader()
  await reader.read()
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce())
  await expect(reader.read()).rejects.toThrow('Nobody takes')
})

it('breaks off when a piece cannot be made, and lets others go on', async () => {
  const ended = vi.fn()
  const broken = (async function* () {
    yield 'so far'
    throw new Error('the database is gone')
  })()
  await expect(new Response(streamed(broken, ended)).text()).rejects.toThrow('the database is gone')
  expect(ended).toHaveBeenCalledOnce()
  expect(await new Response(streamed(counting([], 1), ended)).text()).toBe('0 ')
})

it('ends once for who goes away while a piece is made', async () => {
  const ended = vi.fn()
  const asked = Promise.withResolvers<void>()
  const made = Promise.withResolvers<string>()
  const slow = (async function* () {
    asked.resolve()
    yield await made.promise
  })()
  const reader = streamed(slow, ended).getReader()
  const read = reader.read()
  await asked.promise
  const cancelled = reader.cancel()
  made.resolve('late')
  await Promise.all([read, cancelled])
  await new Promise(setImmediate)
  expect(ended).toHaveBeenCalledOnce()
})
