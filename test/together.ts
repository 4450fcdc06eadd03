import { sql } from 'kysely'
import type { Store } from '#src/store/store.ts'

/** As many connections as will be needed, all open before anybody begins: else the first is done before the second has one. */
export async function warmUp({ whole }: Store, connections: number): Promise<void> {
  const all = Array.from({ length: connections }, () => whole.connection().execute((one) => sql`select 1`.execute(one)))
  await Promise.all(all)
}

/** All at once, on connections that are open already. */
export async function together<Value>(
  store: Store,
  times: number,
  work: (index: number) => Promise<Value>,
): Promise<Value[]> {
  await warmUp(store, times)
  return Promise.all(Array.from({ length: times }, (_, index) => work(index)))
}
