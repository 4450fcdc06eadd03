import type { CityId } from '#src/domain/id.ts'
import { type Audience, everyone, type Happened, newsFor } from '#src/domain/news.ts'
import type { Store } from '#src/store/store.ts'
import { type CityReader, cityReader } from './city-reader.ts'
import { eventStream, eventText, placeText, retryText } from './event-stream.ts'

/** What one stream tells, to whom. */
export type Asked = {
  readonly city: CityId
  /** The last number that the asker knows of; null: of all until now. */
  readonly since: number | null
  /** Null: all reports of the city. */
  readonly report: number | null
  readonly audience: Audience
  /** Whose streams are counted together. */
  readonly network: string
  /** Asked now and then who the listener has become; null ends the stream. */
  readonly stillMay?: () => Promise<Audience | null>
}

export type Live = {
  /** Null when there are too many already. */
  open(asked: Asked): Promise<ReadableStream<Uint8Array> | null>
  /** How many streams are open. */
  size(): number
  /** Ends all of them, and opens no more: who listens comes back to another process. */
  close(): void
}

/** In this process: of all together, so that files and memory last; of one network, which may be a whole school. */
const most = { inAll: 10_000, ofNetwork: 200 }

/** Milliseconds; `recheck` between two looks at whether a listener still may hear what it hears. */
const usualPace = { look: 5000, heartbeat: 30_000, recheck: 60_000 }

/** The streams of this process, a reader for each city that somebody listens to. */
export function openLive(
  store: Pick<Store, 'of' | 'wakes'>,
  onFault: (fault: unknown) => void,
  pace = usualPace,
): Live {
  const readers = new Map<CityId, { reader: Promise<CityReader>; listeners: number }>()
  const networks = new Map<string, number>()
  const open = new Set<{ end(): void }>()
  let isClosed = false
  let deaf: (() => void) | null = null

  const enter = (city: CityId) => {
    deaf ??= store.wakes.hear((woken) => {
      for (const [one, { reader }] of readers)
        if (woken === null || woken === one) void reader.then(({ wake }) => wake()).catch(() => undefined)
    })
    const known = readers.get(city) ?? { reader: cityReader(store.of(city), pace, onFault), listeners: 0 }
    readers.set(city, known)
    known.listeners += 1
    return known.reader
  }
  const leave = (city: CityId) => {
    const known = readers.get(city)
    if (!known) return
    known.listeners -= 1
    if (known.listeners > 0) return
    readers.delete(city)
    void known.reader.then(({ close }) => close()).catch(() => undefined)
  }
  const count = (network: string, change: 1 | -1) => {
    const number = (networks.get(network) ?? 0) + change
    if (number > 0) networks.set(network, number)
    else networks.delete(network)
  }

  return {
    async open({ city, since, report, audience, network, stillMay }) {
      if (isClosed || open.size >= most.inAll || (networks.get(network) ?? 0) >= most.ofNetwork) return null

      let hears = audience
      let stopListening: (() => void) | undefined
      let recheck: NodeJS.Timeout | undefined
      const stream = eventStream(() => {
        clearInterval(recheck)
        stopListening?.()
        open.delete(stream)
        count(network, -1)
        leave(city)
      })
      open.add(stream)
      count(network, 1)
      stream.send(retryText())
      try {
        const reader = await enter(city)
        stopListening = reader.listen({
          since,
          report,
          hear(events) {
            const chunks = events.flatMap((event) => textFor(hears, event) ?? [])
            if (chunks.length > 0) stream.send(joined(chunks))
          },
          startAnew: (head) => stream.send(eventText(head, 'reset', {})),
          hasRoom: stream.hasRoom,
          isUpToDate: (head) => stream.send(placeText(head)),
          lost: stream.end,
        })
      } catch (fault) {
        stream.end()
        throw fault
      }
      // It may have gone meanwhile.
      if (!open.has(stream)) stopListening()
      else if (stillMay)
        recheck = setInterval(async () => {
          const may = await stillMay().catch(() => hears)
          if (may) hears = may
          else stream.end()
        }, pace.recheck).unref()
      return stream.body
    },
    size: () => open.size,
    close() {
      isClosed = true
      for (const stream of open) stream.end()
      deaf?.()
    },
  }
}

/** What everyone hears is written once, however many hear it. */
const written = new WeakMap<Happened, Uint8Array | null>()

function textFor(audience: Audience, event: Happened): Uint8Array | null {
  if (audience !== everyone) return textOf(audience, event)
  const known = written.get(event)
  if (known !== undefined) return known
  const text = textOf(audience, event)
  written.set(event, text)
  return text
}

function textOf(audience: Audience, event: Happened): Uint8Array | null {
  const news = newsFor(audience, event)
  return news && eventText(event.seq, 'report', news)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}
