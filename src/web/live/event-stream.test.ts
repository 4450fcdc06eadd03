import { expect, it, vi } from 'vitest'
import { hearing } from '#test/told.ts'
import { eventStream, eventText } from './event-stream.ts'

const news = { kind: 'gone', number: 1 } as const
const kilobyte = new Uint8Array(1024)

it('tells what is sent, in order, and then that this was all', async () => {
  const ended = vi.fn()
  const stream = eventStream(ended)
  const heard = hearing(stream.body)
  for (const id of [1, 2, 3]) stream.send(eventText(id, 'report', news))
  stream.end()
  stream.end()
  await vi.waitFor(() => expect(heard.ended()).toBe(true))
  expect(heard.told).toEqual([1, 2, 3].map((id) => ({ id, event: 'report', news })))
  expect(ended).toHaveBeenCalledOnce()
})

it('cuts off who does not read, before much waits for them', async () => {
  const ended = vi.fn()
  const stream = eventStream(ended)
  let sent = 0
  for (; ended.mock.calls.length === 0; sent++) stream.send(kilobyte)
  expect(sent).toBeLessThan(40)
  await expect(stream.body.getReader().read()).rejects.toThrow()
  expect(() => stream.send(kilobyte)).not.toThrow()
})

it('has room for more once half of it is read, and none for a reader who is gone or does not read', async () => {
  const ended = vi.fn()
  const stream = eventStream(ended, 50)
  expect(await stream.hasRoom()).toBe(true)
  for (let sent = 0; sent < 20; sent++) stream.send(kilobyte)
  const room = stream.hasRoom()
  const reader = stream.body.getReader()
  for (let read = 0; read < 4; read++) await reader.read()
  expect(await room).toBe(true)
  stream.send(new Uint8Array(200 * 1024))
  expect(await stream.hasRoom()).toBe(false)
  expect(ended).toHaveBeenCalledOnce()
  expect(await stream.hasRoom()).toBe(false)
})

it('lets what was missed come at once, however much it is', async () => {
  const ended = vi.fn()
  const stream = eventStream(ended)
  stream.send(new Uint8Array(200 * 1024))
  const { value } = await stream.body.getReader().read()
  expect(value?.byteLength).toBe(200 * 1024)
  stream.send(kilobyte)
  expect(ended).not.toHaveBeenCalled()
})

it('ends with its reader', async () => {
  const ended = vi.fn()
  const stream = eventStream(ended)
  await stream.body.cancel()
  expect(ended).toHaveBeenCalledOnce()
})
