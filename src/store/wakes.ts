import { Client, type Pool } from 'pg'

import type { CityId } from '#src/domain/id.ts'

/** Hears that something was recorded in a city; null when that may be so of any of them. */
type Hearer = (city: CityId | null) => void

/**
 * Wakes those who wait for a city's news. A wake says only that it is worth looking; it may come twice, or get lost with
 * a connection or a process, so whoever waits also looks by themselves now and then.
 */
export type Wakes = {
  /** Something was recorded here, and is committed. */
  wake(city: CityId): void
  /** Returns what ends the hearing. */
  hear(hearer: Hearer): () => void
  close(): Promise<void>
}

/** Among those of one process, which is all where the database is embedded. */
export function wakesWithin(): Wakes {
  const hearers = new Set<Hearer>()
  return {
    wake: (city) => tell(hearers, city),
    hear: hearing(hearers),
    close: async () => hearers.clear(),
  }
}

const channel = 'news'

/**
 * Among all processes on a server.
 *
 * A notice goes after the commit, by itself, and cities that change meanwhile share the next one. Sent within the
 * writing transaction it would hold a lock of the whole server until that has reached the disk, so that no two cities
 * could commit together. A process that dies in between leaves the others to look by themselves.
 */
export function wakesAmong(pool: Pool, url: string): Wakes {
  const within = wakesWithin()
  const me = crypto.randomUUID()
  const waiting = new Set<CityId>()
  let sending: Promise<void> | null = null
  let ear: Ear | null = null

  const send = async () => {
    while (waiting.size > 0) {
      const cities = [...waiting]
      waiting.clear()
      await pool
        .query('select pg_notify($1, $2 || city) from unnest($3::text[]) city', [channel, `${me} `, cities])
        .catch(() => undefined)
    }
    sending = null
  }

  return {
    wake(city) {
      within.wake(city)
      waiting.add(city)
      sending ??= send()
    },
    hear(hearer) {
      ear ??= anEar(url, (said) => {
        const [from, city = null] = said?.split(' ') ?? []
        if (from !== me) within.wake(city as CityId)
      })
      return within.hear(hearer)
    },
    async close() {
      await Promise.all([sending, ear?.close(), within.close()])
    },
  }
}

type Ear = { close(): Promise<void> }

/** Milliseconds between two tries to listen. */
const patience = { first: 500, most: 30_000 }

/** A connection of its own that listens, and is made anew when it breaks; then null is heard, since anything may have been missed. */
function anEar(url: string, heard: (said: string | null) => void): Ear {
  let isClosed = false
  let client: Client | null = null
  let retry: NodeJS.Timeout | undefined
  let wait = patience.first

  const again = (from: Client) => {
    if (client !== from || isClosed) return
    client = null
    void from.end().catch(() => undefined)
    retry = setTimeout(listen, wait).unref()
    wait = Math.min(wait * 2, patience.most)
  }
  const listen = () => {
    const mine = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    client = mine
    mine.on('error', () => again(mine))
    mine.on('end', () => again(mine))
    mine.on('notification', ({ payload }) => heard(payload ?? null))
    mine
      .connect()
      .then(() => mine.query(`listen ${channel}`))
      .then(
        () => {
          wait = patience.first
          heard(null)
        },
        () => again(mine),
      )
  }
  listen()
  return {
    async close() {
      isClosed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}

function hearing(hearers: Set<Hearer>): Wakes['hear'] {
  return (hearer) => {
    hearers.add(hearer)
    return () => hearers.delete(hearer)
  }
}

function tell(hearers: ReadonlySet<Hearer>, city: CityId | null): void {
  for (const hear of hearers) hear(city)
}
