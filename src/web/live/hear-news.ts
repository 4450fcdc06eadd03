import type { News } from '#src/domain/news.ts'

/** `news` is null when everything has to be looked at anew. */
export type Told = { readonly id: number; readonly news: News | null }

/** How long a browser that was refused leaves the server alone: milliseconds, at least. */
const rest = 45_000

/**
 * Hears a stream of news from a number on, each once and in order, while the page is looked at. Pages of one browser
 * that hear the same share a stream: a browser opens few to one server, and one of them reads it for all.
 */
export function hearNews(stream: string, since: number | null, heard: (told: Told) => void): void {
  let at = since
  let source: EventSource | undefined
  let stop = () => {}

  const take = ({ id, news }: Told) => {
    // A number that is less than known is of another time, and comes with everything to be looked at anew.
    if (news && at !== null && id <= at) return
    at = id
    heard({ id, news })
  }

  const read = (from: number | null, shared: BroadcastChannel | null) => {
    source?.close()
    const opened = new EventSource(from === null ? stream : `${stream}${stream.includes('?') ? '&' : '?'}since=${from}`)
    source = opened
    const hear = ({ type, lastEventId, data }: MessageEvent<string>) => {
      const told: Told = { id: Number(lastEventId), news: type === 'reset' ? null : (JSON.parse(data) as News) }
      take(told)
      shared?.postMessage(told)
    }
    for (const event of ['report', 'reset']) opened.addEventListener(event, hear)
    opened.onerror = () => {
      // A lost connection it mends by itself; refused, it gives up.
      if (opened.readyState === EventSource.CLOSED)
        setTimeout(() => source === opened && read(at, shared), rest * (1 + Math.random()))
    }
  }

  const start = () => {
    stop()
    if (!('BroadcastChannel' in window) || !navigator.locks) {
      read(at, null)
      stop = () => {
        source?.close()
        source = undefined
      }
      return
    }
    const shared = new BroadcastChannel(stream)
    const leaving = new AbortController()
    shared.onmessage = ({ data }: MessageEvent<Told | { readonly from: number | null }>) => {
      if ('id' in data) take(data)
      // Somebody came who knows less than was told already: told again, whoever knows it takes no notice.
      else if (source && data.from !== null && at !== null && data.from < at) read(data.from, shared)
    }
    const lead = () => {
      read(at, shared)
      return new Promise<void>((left) => leaving.signal.addEventListener('abort', () => left()))
    }
    navigator.locks.request(stream, { signal: leaving.signal }, lead).catch(() => {})
    shared.postMessage({ from: at })
    stop = () => {
      leaving.abort()
      shared.close()
      source?.close()
      source = undefined
      stop = () => {}
    }
  }

  // What nobody looks at waits: it goes on from its number when it is seen again.
  const see = () => (document.hidden ? stop() : start())
  document.addEventListener('visibilitychange', see)
  addEventListener('pagehide', () => stop())
  addEventListener('pageshow', ({ persisted }) => persisted && see())
  see()
}
