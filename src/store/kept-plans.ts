import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'

/** Said so often, a statement is worth being kept by each connection; more of them than this are not kept. */
const often = 20
const mostKept = 200

/**
 * A pool whose connections keep the plans of what the program says over and over: to read and plan a small statement
 * costs PostgreSQL several times what it then does. Statements without values, and those said seldom, go as they are.
 */
export function keepingPlans(pool: Pool): PostgresPool {
  const names = namesOfOften()
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? sayingByName(client, names)
      wrapped.set(client, known)
      return known
    },
  }
}

type Names = ReturnType<typeof namesOfOften>

function namesOfOften() {
  const heard = new Map<string, number>()
  const names = new Map<string, string>()
  let named = 0
  return {
    /** Undefined until it was said often enough. */
    of(text: string): string | undefined {
      const known = names.get(text)
      if (known || names.size === mostKept) return known
      const times = (heard.get(text) ?? 0) + 1
      // What everyone words differently must not be counted forever.
      if (heard.size > 10 * mostKept) heard.clear()
      heard.set(text, times)
      if (times < often) return undefined
      heard.delete(text)
      return this.renew(text)
    },
    renew(text: string): string {
      named += 1
      names.set(text, `kept_${named}`)
      return `kept_${named}`
    },
  }
}

function sayingByName(client: PoolClient, names: Names): PostgresPoolClient {
  const query = async (text: unknown, values?: readonly unknown[]) => {
    if (typeof text !== 'string') return client.query(text as string, values as unknown[])
    const said = { text, values: values as unknown[] }
    const name = values && values.length > 0 ? names.of(text) : undefined
    if (name === undefined) return answered(client, said)

    const isAlone = client.getTransactionStatus() === 'I'
    return answered(client, { ...said, name }).catch((fault: unknown) => {
      if (!isOutdated(fault)) throw fault
      // Another program migrated a table beneath this plan: made anew it fits, but the transaction it was in is lost.
      const renewed = names.renew(text)
      if (!isAlone) throw fault
      return answered(client, { ...said, name: renewed })
    })
  }
  return Object.create(client, { query: { value: query } }) as PostgresPoolClient // safe: all else is the client's own
}

/**
 * What `pg` would promise, by a callback that the query is made with. To a query made without one `pg` gives its own
 * afterwards, and V8 then takes every row for in use until its next full collection: whoever reads a million reports
 * held 160 MB of rows that were sent long ago (`bench/export.ts`).
 */
function answered(client: PoolClient, said: QueryConfig): Promise<QueryResult> {
  return new Promise<QueryResult>((done, failed) => {
    client.query(said, (fault, result) => (fault ? failed(fault) : done(result)))
  }).catch((fault: Error) => {
    // As `pg` does: it says where it was asked, not that a socket was read.
    Error.captureStackTrace(fault)
    throw fault
  })
}

/** `cached plan must not change result type` */
function isOutdated(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '0A000' && /cached plan/.test(fault.message)
}
