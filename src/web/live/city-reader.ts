import type { Happened } from '#src/domain/news.ts'
import { newsAfter, type Since } from '#src/store/news.ts'
import type { Tx } from '#src/store/store.ts'
import { ofCity } from '#src/store/versions.ts'
import { grown, type Recent } from './recent.ts'

/** Who listens to a city. */
export type Listener = {
  /** The last number that it knows of; null: of all until now. */
  readonly since: number | null
  /** Null: all reports of the city. */
  readonly report: number | null
  hear(events: readonly Happened[]): void
  /** Once it can hear more of what it missed; false when it is gone. */
  hasRoom(): Promise<boolean>
  /** What it knows of is too old, or of another time: it has to look at everything anew. */
  startAnew(head: number): void
  /** Nothing up to this number is unheard: once all that was missed is told, and then now and then. */
  isUpToDate(head: number): void
  /** What it missed cannot be read now: it has to come back. */
  lost(): void
}

/** What is remembered of a city: days of a large one. Who was away for longer is told from the database. */
const remembered = 1000
/** Whoever missed more of a city does better to look at everything anew. Of one report all is told. */
const mostMissed = 20_000
/** Told to one who missed more, before it has read them. */
const atOnce = 100

/** Milliseconds between two looks that nobody asked for, and between two signs of life. */
export type Pace = { readonly look: number; readonly heartbeat: number }

export type CityReader = {
  /** Tells what was missed, then all that comes. Returns what ends the listening. */
  listen(listener: Listener): () => void
  /** Something may have happened. */
  wake(): void
  close(): void
}

/**
 * Reads a city's events once for everybody in this process who listens: one statement when something happened,
 * however many they are. What wakes it may get lost, so it also looks by itself.
 */
export async function cityReader(tx: Tx, pace: Pace, onFault: (fault: unknown) => void): Promise<CityReader> {
  let recent = await remember(tx)
  /** All who are here; and up to which number each was told, of those who have been told what they missed. */
  const here = new Set<Listener>()
  const listeners = new Map<Listener, number>()
  let isWoken = false
  let reading: Promise<void> | null = null

  const readOn = () => {
    isWoken = true
    reading ??= readWhileWoken().finally(() => {
      reading = null
    })
    return reading
  }
  const readWhileWoken = async () => {
    while (isWoken) {
      isWoken = false
      const since = await newsAfter(tx, recent.head, remembered, null)
      recent = grown(recent, since, remembered)
      for (const [listener, at] of listeners) listeners.set(listener, tell(listener, at, since.events, recent.head))
      isWoken ||= since.events.length === remembered
    }
  }
  const wake = () => void readOn().catch(onFault)

  /** What comes next after a number, of what was missed. */
  const nextAfter = async (at: number, report: number | null): Promise<Since> => {
    if (at < recent.floor) return newsAfter(tx, at, atOnce, report)
    const missed = recent.events.filter((one) => isUnheard(one, at, report))
    const events = missed.slice(0, atOnce)
    return { events, upTo: missed.length > atOnce ? (events.at(-1)?.seq ?? at) : recent.head }
  }
  const tellMissed = async (listener: Listener): Promise<void> => {
    let at = await beginning(listener)
    while (at < recent.head && (await listener.hasRoom())) {
      const { events, upTo } = await nextAfter(at, listener.report)
      if (!here.has(listener)) return
      at = tell(listener, at, events, upTo)
    }
    // Since the last look at what is known nothing comes between, so that nothing is missed or heard twice.
    if (!here.has(listener)) return
    listeners.set(listener, at)
    listener.isUpToDate(at)
  }
  const beginning = async (listener: Listener): Promise<number> => {
    const { since, report } = listener
    if (since === null) return recent.head
    // Its page may come from a process that is further on.
    if (since > recent.head) await readOn()
    const { head } = recent
    if (since <= head && (report !== null || head - since <= mostMissed)) return since
    if (here.has(listener)) listener.startAnew(head)
    return head
  }

  const look = setInterval(wake, pace.look).unref()
  const heartbeat = setInterval(() => {
    for (const listener of listeners.keys()) listener.isUpToDate(recent.head)
  }, pace.heartbeat).unref()

  return {
    listen(listener) {
      here.add(listener)
      tellMissed(listener).catch((fault) => {
        onFault(fault)
        listener.lost()
      })
      return () => {
        here.delete(listener)
        listeners.delete(listener)
      }
    },
    wake,
    close() {
      clearInterval(look)
      clearInterval(heartbeat)
    },
  }
}

async function remember(tx: Tx): Promise<Recent> {
  const floor = Math.max(0, (await ofCity(tx)) - remembered)
  const { events, upTo } = await newsAfter(tx, floor, 2 * remembered, null)
  return { floor, head: upTo, events }
}

/** Tells what is new to it; the number up to which it then knows. */
function tell(listener: Listener, at: number, events: readonly Happened[], upTo: number): number {
  const unheard = events.filter((one) => isUnheard(one, at, listener.report))
  if (unheard.length > 0) listener.hear(unheard)
  return Math.max(at, upTo)
}

function isUnheard({ seq, number }: Happened, at: number, report: number | null): boolean {
  return seq > at && (report === null || number === report)
}
