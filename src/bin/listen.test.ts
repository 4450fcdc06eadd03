import { once } from 'node:events'
import { Agent, get, type IncomingMessage, request as sendTo } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

import { listen, type Patience, stopListening, whyNotListen } from './listen.ts'

const host = '127.0.0.1'
const anywhere = async (fetch: (request: Request) => Response | Promise<Response>, patience?: Patience) => {
  const server = await listen(fetch, { port: 0, host }, patience)
  if (!server.ok) throw new Error(server.problem)
  return { server: server.value, port: (server.value.address() as AddressInfo).port }
}

it('says in a sentence that the port is taken', async () => {
  const { server, port } = await anywhere(() => new Response('first'))
  const problem = `Port ${port} is taken: stop what listens there, or set PORT to another number.`
  expect(await listen(() => new Response('second'), { port, host })).toEqual({ ok: false, problem })
  expect(await whyNotListen({ port, host })).toBe(problem)
  await stopListening(server, 1)
  expect(await whyNotListen({ port, host })).toBeNull()
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

it.each(['had not begun', 'had begun'])(
  'waits no longer than for an answer that %s, though the browser would keep the connection',
  async (how) => {
    const asked = Promise.withResolvers<void>()
    const rest = Promise.withResolvers<void>()
    const { server, port } = await anywhere(async () => {
      asked.resolve()
      if (how === 'had not begun') await rest.promise
      const inTwoPieces = async (body: ReadableStreamDefaultController<Uint8Array>) => {
        body.enqueue(new Uint8Array(1))
        await rest.promise
        body.enqueue(new Uint8Array(1))
        body.close()
      }
      return new Response(new ReadableStream({ start: inTwoPieces }))
    })
    const agent = new Agent({ keepAlive: true })
    const inHand = new Promise<IncomingMessage>((done, fail) =>
      get({ host, port, agent }, (answer) => answer.resume().once('end', () => done(answer))).once('error', fail),
    )
    await asked.promise
    const began = performance.now()
    const stopped = stopListening(server, 60)
    rest.resolve()
    expect((await inHand).complete).toBe(true)
    await stopped
    expect(performance.now() - began).toBeLessThan(30_000)
    agent.destroy()
  },
)

const tooMuch = (request: Request) => {
  void request.body?.getReader().read()
  return new Response('too much', { status: 413 })
}

it('reads a refused form to its end, so that the same connection has an answer for what is asked next', async () => {
  const { server, port } = await anywhere(async (request) => {
    if (request.method === 'POST') return tooMuch(request)
    // By then a connection that was to be cut has been.
    await new Promise((done) => setTimeout(done, 700))
    return new Response('next')
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (method: string, body = '') => {
    const sent = sendTo({ host, port, agent, method }).end(body)
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    return [answer.statusCode, await text(answer), sent.reusedSocket]
  }
  expect(await ask('POST', 'a'.repeat(2_000_000))).toEqual([413, 'too much', false])
  expect(await ask('GET')).toEqual([200, 'next', true])
  agent.destroy()
  await stopListening(server, 1)
})

it('lets go of who never stops sending', async () => {
  const { server, port } = await anywhere(tooMuch)
  const endless = connect(port, host)
  endless.on('error', () => undefined)
  let heard = ''
  endless.on('data', (chunk) => (heard += chunk))
  const gone = new Promise((done) => endless.once('close', done))
  endless.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10000000000\r\n\r\n')
  const more = Buffer.alloc(1024 * 1024)
  const send = () => endless.write(more, (fault) => fault ?? send())
  send()
  await gone
  // Who sends on while the connection ends may miss the answer.
  expect(heard).toMatch(/^(?:HTTP\/1\.1 413 [\s\S]*Connection: close[\s\S]*|)$/)
  await stopListening(server, 1)
})

const hasty: Patience = { headers: 200, request: 400, idle: 60_000, look: 20 }

it.each([
  ['whose headers do not end', 'POST / HTTP/1.1\r\nhost: a\r\n'],
  ['whose body does not end', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5000\r\n\r\nabc'],
])('cuts a request off %s, however little by little it comes, and answers others meanwhile', async (_, beginning) => {
  const { server, port } = await anywhere(async (request) => new Response(await request.text()), hasty)
  const slow = connect(port, host)
  slow.on('error', () => undefined)
  slow.write(beginning)
  const dripping = setInterval(() => slow.write('a'), 30)
  const heard: string[] = []
  slow.on('data', (chunk) => heard.push(String(chunk)))
  // It may end by a reset, which `once` would take for a fault.
  const cut = new Promise((done) => slow.once('close', done))
  expect(await (await fetch(`http://${host}:${port}/`, { method: 'POST', body: 'quick' })).text()).toBe('quick')
  await cut
  clearInterval(dripping)
  expect(heard.join('')).toMatch(/^(?:HTTP\/1\.1 408 |$)/)
  await stopListening(server, 1)
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
