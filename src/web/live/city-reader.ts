import type { Happened } from '#src/domain/news.ts'
import { newsAfter } from '#src/store/news.ts'
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
  /** What it knows of is too old, or of another time: it has to look at everything anew. */
  startAnew(head: number): void
  /** Nothing up to this number is unheard: once all that was missed is told, and then now and then. */
  isUpToDate(head: number): void
}

/** What is remembered of a city: days of a large one. Who was away for longer starts anew. */
const remembered = 1000
/** Of one report, more than most will ever have. */
const mostOfReport = 200

/** Milliseconds between two looks that nobody asked for, and between two signs of life. */
export type Pace = { readonly look: number; readonly heartbeat: number }

export type CityReader = {
  /** Returns what ends the listening. */
  listen(listener: Listener): Promise<() => void>
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

  const caughtUp = async (listener: Listener): Promise<number> => {
    const { since, report } = listener
    if (since === null) return recent.head
    // Its page may come from a process that is further on.
    if (since > recent.head) await readOn()
    const { floor, head } = recent
    if (since > head || (since < floor && report === null)) return startedAnew(listener, head)
    if (since >= floor) return since
    const { events, upTo } = await newsAfter(tx, since, mostOfReport, report)
    if (events.length === mostOfReport) return startedAnew(listener, recent.head)
    return tell(listener, since, events, upTo)
  }

  const look = setInterval(wake, pace.look).unref()
  const heartbeat = setInterval(() => {
    for (const listener of listeners.keys()) listener.isUpToDate(recent.head)
  }, pace.heartbeat).unref()

  return {
    async listen(listener) {
      const at = await caughtUp(listener)
      // From here on nothing comes between, so that nothing is missed or heard twice.
      listeners.set(listener, tell(listener, at, recent.events, recent.head))
      listener.isUpToDate(Math.max(at, recent.head))
      return () => listeners.delete(listener)
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
  const { report } = listener
  const unheard = events.filter((one) => one.seq > at && (report === null || one.number === report))
  if (unheard.length > 0) listener.hear(unheard)
  return Math.max(at, upTo)
}

function startedAnew(listener: Listener, head: number): number {
  listener.startAnew(head)
  return head
}
