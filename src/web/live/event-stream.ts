/** A stream of server-sent events to one reader. */
export type EventStream = {
  readonly body: ReadableStream<Uint8Array>
  send(chunk: Uint8Array): void
  /** Once half of what may wait for the reader is free; false when the reader is gone, or does not read and is cut off. */
  hasRoom(): Promise<boolean>
  /** The reader is told that this was all, and comes back. */
  end(): void
}

/** What may wait for a reader beyond what its connection holds. */
const mostUnread = 32 * 1024
/** So long a reader may leave it there while more is to come: milliseconds. */
const patience = 30_000

/** `ended` is called once, whoever ends it. A reader who does not read is cut off, so that nobody's news fill the memory. */
export function eventStream(ended: () => void, waits = patience): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let goOn: (() => void) | null = null
  const isRoomy = () => (controller?.desiredSize ?? 0) >= mostUnread / 2
  const finish = (how: (open: ReadableStreamDefaultController<Uint8Array>) => void) => {
    const open = controller
    if (!open) return
    controller = null
    how(open)
    goOn?.()
    ended()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
      },
      pull() {
        if (isRoomy()) goOn?.()
      },
      cancel: () => finish(() => undefined),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostUnread }),
  )
  return {
    body,
    send(chunk) {
      if (controller && (controller.desiredSize ?? 0) <= 0) finish((open) => open.error(unread()))
      controller?.enqueue(chunk)
    },
    async hasRoom() {
      if (!controller || isRoomy()) return controller !== null
      const waited = setTimeout(() => finish((open) => open.error(unread())), waits)
      await new Promise<void>((done) => {
        goOn = done
      })
      goOn = null
      clearTimeout(waited)
      return controller !== null
    },
    end: () => finish((open) => open.close()),
  }
}

/** Without its way through the program, which tells nothing. */
function unread(): Error {
  const fault = new Error('A stream of events was not read, and is cut off.')
  delete fault.stack
  return fault
}

const encoder = new TextEncoder()

/** An event as it travels. */
export function eventText(id: number, name: 'report' | 'reset', data: unknown): Uint8Array {
  return encoder.encode(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** Nothing but a number to come back with. */
export function placeText(id: number): Uint8Array {
  return encoder.encode(`id: ${id}\n\n`)
}

/** How long to wait before coming back: not all at the same moment. */
export function retryText(): Uint8Array {
  return encoder.encode(`retry: ${1000 + Math.floor(Math.random() * 3000)}\n\n`)
}
