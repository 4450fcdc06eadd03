import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Somebody who listens to a stream of news, and comes back whenever it ends, as a browser does. */
export type Listener = {
  /** The number of every event that was told, as it came. */
  readonly told: readonly number[]
  /** What was told that is no news: that everything has to be looked at anew. */
  readonly anew: readonly number[]
  readonly cameBack: () => number
  leave(): Promise<void>
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

/** `addresses` are of the same stream at several processes; whichever is there will do. */
export function aListener(addresses: readonly string[], since: number, network: string): Listener {
  const told: number[] = []
  const anew: number[] = []
  let last = since
  let times = 0
  let isHere = true
  let answer: IncomingMessage | null = null

  const hear = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
    const id = Number(field('id') ?? last)
    if (field('data')) (field('event') === 'report' ? told : anew).push(id)
    last = id
  }
  const listen = async () => {
    let wait = 200
    for (let turn = Number(network.split('.').at(-1)); isHere; turn++) {
      times += 1
      const address = addresses[turn % addresses.length] ?? ''
      answer = await asked(address, { 'last-event-id': String(last), 'x-forwarded-for': network }).catch(() => null)
      if (answer?.statusCode === 200) await blocksIn(answer, hear)
      answer?.destroy()
      // A process that is starting is not asked all the time.
      wait = answer ? 200 : Math.min(2 * wait, 2000)
      if (isHere) await pause(wait)
    }
  }
  const listening = listen()
  return {
    told,
    anew,
    cameBack: () => times - 1,
    async leave() {
      isHere = false
      answer?.destroy()
      await listening
    },
  }
}

function asked(address: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((done, fail) => get(address, { agent, headers }, done).once('error', fail))
}

/** What came whole; what was cut off in the middle was never told. */
async function blocksIn(answer: IncomingMessage, hear: (block: string) => void): Promise<void> {
  let text = ''
  try {
    for await (const chunk of answer.setEncoding('utf8')) {
      const blocks = (text + chunk).split('\n\n')
      text = blocks.pop() ?? ''
      blocks.forEach(hear)
    }
  } catch {
    // The process was killed: the next one goes on.
  }
}
