import { connect, type Socket } from 'node:net'

import type { Answer } from './visitor.ts'

/** Pieces go out one by one, each when the one before has left. */
export type Wire = {
  readonly pieces: Iterable<string | Uint8Array>
  /** True when this end closes behind the last piece, as a phone does that loses its network. */
  readonly thenClose?: boolean
}

/** Milliseconds after which nobody waits for an answer any more. */
const patience = 5000

/** Bytes as they are, over a connection of their own; the first answer to them, or that there was none. */
export async function onTheWire(origin: string, { pieces, thenClose = false }: Wire): Promise<Answer> {
  const socket = connect(Number(new URL(origin).port), 'localhost')
  const answer = heardFrom(socket)
  for (const piece of pieces) if (!(await written(socket, piece))) break
  if (thenClose) socket.end()
  const got = await answer
  socket.destroy()
  return answerIn(got)
}

/** Says half of something and no more, until it is let go. */
export async function half(origin: string, said: string): Promise<Disposable> {
  const socket = connect(Number(new URL(origin).port), 'localhost')
  socket.on('error', () => undefined)
  await written(socket, said)
  return { [Symbol.dispose]: () => void socket.destroy() }
}

/** One request with its lines as given, `\r\n` between them and behind the last header. */
export function request(line: string, headers: readonly string[] = [], body = ''): Wire {
  return { pieces: [[line, ...headers, 'Connection: close', '', body].join('\r\n')] }
}

function written(socket: Socket, piece: string | Uint8Array): Promise<boolean> {
  return new Promise((done) => {
    if (socket.destroyed) return done(false)
    const closed = () => done(false)
    socket.once('close', closed)
    socket.write(piece, (fault) => {
      socket.off('close', closed)
      done(!fault)
    })
  })
}

/** All that comes until the connection ends, or patience does. */
function heardFrom(socket: Socket): Promise<string> {
  let heard = ''
  return new Promise((done) => {
    const finish = () => done(heard)
    socket.setTimeout(patience, finish)
    socket.on('data', (chunk) => (heard += chunk.toString('utf8')))
    // A connection that is reset has been closed: that is an answer too.
    socket.on('error', () => undefined)
    socket.on('close', finish)
  })
}

function answerIn(heard: string): Answer {
  const [head = '', ...rest] = heard.split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const headers = new Headers()
  for (const one of lines) headers.append(one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1).trim())
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0), headers, text: rest.join('\r\n\r\n') }
}
