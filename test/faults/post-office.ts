import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A letter that the mail server has taken, with when. Its text is that of the first part. */
export type Taken = {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly at: number
  /** It was taken, and its sender not told so. */
  readonly isUnsaid: boolean
}

/**
 * What a mail server does with a letter once it has it: takes it; refuses it for now (451) or, as it says, for ever (554);
 * never answers; or takes it and breaks the connection before it has said so.
 */
export type Behaviour = 'well' | 'refuses_for_now' | 'refuses_for_ever' | 'is_silent' | 'breaks_off'

/** A mail server of our own, that remembers all it took and can be shut for a while. */
export type PostOffice = AsyncDisposable & {
  readonly url: string
  readonly taken: readonly Taken[]
  /** The code in the newest letter to this address that was taken after `since`; waits for it. */
  codeTo(email: string, since: number): Promise<string>
  /** Answers each letter so late, in milliseconds, once it has taken it. */
  hesitate(milliseconds: () => number): void
  /** From now on; see {@link Behaviour}. */
  behave(how: Behaviour): void
  /** How often somebody wanted to hand it a letter. */
  readonly tries: number
  close(): Promise<void>
  open(): Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const taken: Taken[] = []
  let late = () => 0
  let how: Behaviour = 'well'
  let tries = 0
  let port = 0
  let server: SMTPServer

  const open = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      async onData(stream, session, done) {
        // A sender that dies in the middle has sent nothing.
        const raw = await text(stream).catch(() => null)
        if (raw === null) return
        tries += 1
        if (how === 'is_silent') return
        const code = refusals[how]
        if (code) return done(Object.assign(new Error('Not this one'), { responseCode: code }))
        taken.push({
          ...letterIn(raw),
          to: session.envelope.rcptTo[0]?.address ?? '',
          at: Date.now(),
          isUnsaid: how === 'breaks_off',
        })
        if (how === 'breaks_off') return breakOff(server, session.id)
        const answer = setTimeout(() => done(), late())
        answer.unref()
      },
    })
    server.on('error', () => undefined)
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
    const address = server.server.address()
    port = typeof address === 'object' && address ? address.port : port
  }
  const close = () => new Promise<void>((closed) => server.close(() => closed()))

  await open()
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    async codeTo(email, since) {
      for (;;) {
        const letter = taken.findLast((one) => one.to === email && one.at >= since)
        const code = /\b\d{6}\b/.exec(letter?.text ?? '')?.[0]
        if (code) return code
        await new Promise((done) => setTimeout(done, 20))
      }
    },
    hesitate(milliseconds) {
      late = milliseconds
    },
    behave(now) {
      how = now
    },
    get tries() {
      return tries
    },
    close,
    open,
    [Symbol.asyncDispose]: close,
  }
}

const refusals: Partial<Record<Behaviour, number>> = { refuses_for_now: 451, refuses_for_ever: 554 }

type Connection = { readonly id: string; readonly _socket: { destroy(): void } }

function breakOff({ connections }: SMTPServer, id: string): void {
  for (const connection of connections as Set<Connection>) if (connection.id === id) connection._socket.destroy()
}

/** As our own letters are made: the plain part first, in base64. */
function letterIn(raw: string): Pick<Taken, 'id' | 'text'> {
  const id = /^Message-ID: (<[^>]+>)/im.exec(raw)?.[1] ?? ''
  const plain = /content-type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw)?.[1] ?? ''
  return { id, text: Buffer.from(plain, 'base64').toString('utf8') }
}
