import { sql } from 'kysely'

import type { Store } from '#src/store/store.ts'

/** A migrated database as it was before anybody used it: without rows, counters and jobs. */
export async function emptied({ whole }: Store): Promise<void> {
  await sql.raw(empty).execute(whole)
}

/**
 * Truncating makes a new file of each table and each index, whatever is in them: deleting the few rows of a suite takes a
 * tenth of that. What has grown past 200 kB is truncated, lest the next suites read past what is gone.
 * The queue goes on looking after its own tables: locked one after another, two would wait for each other.
 */
const empty = `
  do $$
  declare
    tables text[] := array(
      select oid::regclass::text from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('migration', 'spatial_ref_sys')
    );
    one text;
  begin
    if (select max(pg_relation_size(name::regclass)) > 200000 from unnest(tables) name) then
      execute 'truncate ' || array_to_string(tables, ', ') || ' restart identity cascade';
    else
      -- Neither do rows ask for each other, nor does a table refuse to lose them.
      set local session_replication_role = replica;
      foreach one in array tables loop
        execute 'delete from ' || one;
      end loop;
    end if;
    delete from pgboss.job;
    delete from pgboss.schedule;
  end $$`
