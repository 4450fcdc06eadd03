import { sql } from 'kysely'
import type { JobName } from '#src/store/queue.ts'
import type { Store } from '#src/store/store.ts'

/** How many jobs of a name wait to be done. */
export async function waitingJobs({ whole }: Store, name: JobName = 'announce_event'): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job where name = ${name} and state = 'created'`.execute(whole)
  return rows[0]?.count ?? 0
}
