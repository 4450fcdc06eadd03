import { type Db, fromKysely, PgBoss } from 'pg-boss'

import type { CityId } from '#src/domain/id.ts'
import type { OpenTx } from './store.ts'

/** What waits to be done later, by name. Stored with the jobs: a name is permanent. */
export type Jobs = {
  announce_event: { readonly city: CityId; readonly seq: number }
  send_notice: { readonly city: CityId; readonly notice: string }
  sweep: Record<string, never>
}

export type JobName = keyof Jobs

export type Handlers = { readonly [Name in JobName]: (job: Jobs[Name]) => Promise<void> }

export type Queue = {
  /** The job exists exactly when the transaction commits. */
  send<Name extends JobName>(tx: OpenTx, name: Name, job: Jobs[Name]): Promise<void>
  /** The same for many, in one statement. */
  sendAll<Name extends JobName>(tx: OpenTx, name: Name, jobs: readonly Jobs[Name][]): Promise<void>
  /** Begins to work in this process. A job whose process dies, or that throws, is tried again, ever more rarely, for some days. */
  work(handlers: Handlers): Promise<void>
  /** Jobs in hand finish, or return to the queue after `seconds`. */
  stop(seconds: number): Promise<void>
}

const queues = {
  // Tried for about three days: a mail server may be down over a weekend of blackouts.
  announce_event: { retryLimit: 40, retryDelay: 2, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 120 },
  send_notice: { retryLimit: 40, retryDelay: 5, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 120 },
  sweep: { retryLimit: 1, expireInSeconds: 900 },
} as const satisfies Record<JobName, object>

/** Jobs live in the same database, in the schema `pgboss`. `onFault` hears of errors beside any one job. */
export async function openQueue(
  db: Db,
  backend: 'postgres' | 'pglite',
  onFault: (fault: Error) => void,
): Promise<Queue> {
  const boss = new PgBoss({ db, backend, superviseIntervalSeconds: 30, cronMonitorIntervalSeconds: 30 })
  boss.on('error', onFault)
  await boss.start()
  for (const name of Object.keys(queues) as JobName[]) await boss.createQueue(name, queues[name])

  return {
    async send(tx, name, job) {
      await boss.send(name, job, { db: fromKysely(tx.db) })
    },
    async sendAll(tx, name, jobs) {
      if (jobs.length === 0) return
      const inserts = jobs.map((data) => ({ data }))
      await boss.insert(name, inserts, { db: fromKysely(tx.db) })
    },
    async work(handlers) {
      await boss.schedule('sweep', '17 * * * *')
      for (const name of Object.keys(handlers) as JobName[]) {
        await boss.work(
          name,
          { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: name === 'sweep' ? 1 : 2 },
          async ([job]) => {
            if (job) await (handlers[name] as (job: unknown) => Promise<void>)(job.data)
          },
        )
      }
    },
    stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000, close: false }),
  }
}
