import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { expect, it } from 'vitest'

import { listen, stopListening } from './listen.ts'

const host = '127.0.0.1'
const anywhere = async (fetch: () => Response | Promise<Response>) => {
  const server = await listen(fetch, { port: 0, host })
  if (!server.ok) throw new Error(server.problem)
  return { server: server.value, port: (server.value.address() as AddressInfo).port }
}

it('says in a sentence that the port is taken', async () => {
  const { server, port } = await anywhere(() => new Response('first'))
  expect(await listen(() => new Response('second'), { port, host })).toEqual({
    ok: false,
    problem: `Port ${port} is taken: stop what listens there, or set PORT to another number.`,
  })
  await stopListening(server, 1)
})

it('answers what is in hand before it stops, and nothing new', async () => {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<Response>()
  const { server, port } = await anywhere(() => {
    asked.resolve()
    return answer.promise
  })
  const inHand = fetch(`http://${host}:${port}/`, { headers: { connection: 'close' } })
  await asked.promise
  const stopped = stopListening(server, 5)
  await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow()
  answer.resolve(new Response('done'))
  expect(await (await inHand).text()).toBe('done')
  await stopped
})

it('does not wait for who never finishes asking', async () => {
  const { server, port } = await anywhere(() => new Response('never asked'))
  const slow = connect(port, host)
  slow.on('error', () => undefined)
  await new Promise<void>((done) =>
    slow.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc', () => done()),
  )
  await stopListening(server, 0.1)
  expect(server.listening).toBe(false)
  slow.destroy()
})
