import { setTimeout as rest } from 'node:timers/promises'

/** Milliseconds after which a client that takes nothing is given up. */
const usualPatience = 60_000

const bytes = new TextEncoder()
let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * Sends pieces as the client takes them: the next one is made when the last one is gone, and one at a time in the whole
 * process, so that pages are answered between them. Who goes away, or takes nothing for so long, ends the work.
 */
export function streamed(
  pieces: AsyncGenerator<string>,
  ended: () => void,
  patience = usualPatience,
): ReadableStream<Uint8Array> {
  let waiting: NodeJS.Timeout | undefined
  let stopped: Promise<void> | undefined
  const end = async () => {
    clearTimeout(waiting)
    await pieces.return(undefined)
    ended()
  }
  // Who goes away while a piece is made is heard of twice: by the cancel, and by the piece that has no taker.
  const stop = () => {
    stopped ??= end()
    return stopped
  }
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    clearTimeout(waiting)
    const next = await inTurn(() => pieces.next())
    if (stopped) return
    if (next.done) {
      await stop()
      return controller.close()
    }
    controller.enqueue(bytes.encode(next.value))
    waiting = setTimeout(() => {
      controller.error(new Error('Nobody takes what was asked for'))
      void stop()
    }, patience).unref()
  }
  return new ReadableStream(
    {
      pull: (controller) =>
        pull(controller).catch(async (fault) => {
          await stop()
          throw fault
        }),
      cancel: stop,
    },
    // Nothing is made before somebody reads.
    { highWaterMark: 0 },
  )
}

/** Rests after each piece as long as it took: what is sent as data takes half of the process at most. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  let began = 0
  const done = lastTurn.then(() => {
    began = performance.now()
    return work()
  })
  lastTurn = done.catch(() => undefined).then(() => rest(performance.now() - began))
  return done
}
