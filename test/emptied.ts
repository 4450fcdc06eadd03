import { sql } from 'kysely'

import type { Store } from '#src/store/store.ts'

/** A migrated database as it was before anybody used it: without rows, counters and jobs; sequences begin anew. */
export async function emptied({ whole }: Store): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename not in ('migration', 'spatial_ref_sys')`.execute(whole)
  await sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`).execute(whole)
  // The queue goes on looking after its own tables: locked one after another, two would wait for each other.
  for (const name of ['pgboss.job', 'pgboss.schedule']) await sql.raw(`delete from ${name}`).execute(whole)
}
