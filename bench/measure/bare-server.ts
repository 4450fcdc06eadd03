import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { ended } from '#test/programs.ts'
import type { Answers, KeptAnswer } from '../bare-server.ts'
import type { Ask } from './figures.ts'
import { requestOf } from './load.ts'

export type BareServer = {
  readonly origin: string
  readonly pid: number
  tell(answers: Answers): Promise<void>
  stop(): Promise<void>
}

export async function startBareServer(): Promise<BareServer> {
  const child = fork(join(import.meta.dirname, '../bare-server.ts'), { serialization: 'advanced' })
  const [port] = await once(child, 'message')
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    tell: (answers) => told(child, answers),
    stop: () => ended(child, 'SIGTERM'),
  }
}

async function told(child: ChildProcess, answers: Answers): Promise<void> {
  child.send(answers as Answers & object)
  await once(child, 'message')
}

/** The product's own answers to so many different requests, byte for byte. */
export async function answersOf(origin: string, ask: () => Ask, most: number): Promise<Answers> {
  const answers = new Map<string, KeptAnswer>()
  for (let tries = 0; tries < most; tries += 1) {
    const one = ask()
    answers.set(one.path, await answerOf(origin, one))
  }
  return answers
}

/** Headers that belong to the connection, which each server adds for itself. */
const ofConnection = ['date', 'connection', 'keep-alive', 'transfer-encoding']

async function answerOf(origin: string, ask: Ask): Promise<KeptAnswer> {
  const { method, path, headers, body } = requestOf(ask, origin)
  const sent = request(origin + path, { method: method ?? 'GET', headers: headers as Record<string, string> })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  const kept = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name))
  const record = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
  return { status: answer.statusCode ?? 0, headers: record, body: new Uint8Array(Buffer.concat(chunks)) }
}
