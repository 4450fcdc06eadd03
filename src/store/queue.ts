import { type Db, fromKysely, type JobResult, PgBoss } from 'pg-boss'

import type { CityId, SubscriptionId } from '#src/domain/id.ts'
import type { OpenTx } from './store.ts'

/** What waits to be done later, by name. Stored with the jobs: a name is permanent. */
export type Jobs = {
  announce_event: { readonly city: CityId; readonly seq: number }
  send_notice: { readonly city: CityId; readonly notice: string }
  /** Tells those who follow what an event is about. */
  tell_followers: { readonly city: CityId; readonly seq: number }
  /** Makes letters of what followers have to be told, in one city or in all. */
  gather_letters: { readonly city?: CityId }
  send_letter: { readonly city: CityId; readonly letter: string }
  send_confirmation: { readonly city: CityId; readonly subscription: SubscriptionId }
  /** Tells an address that its person goes by another one now. */
  tell_old_address: { readonly change: string }
  /** Whoever has to be reminded of a term now. */
  remind: Record<string, never>
  send_reminder: { readonly city: CityId; readonly reminder: string }
  /** Tells the devices of those who hear of an event. */
  tell_devices: { readonly city: CityId; readonly seq: number }
  /** Shows what waits to be shown, in one city or in all. */
  send_pushes: { readonly city?: CityId }
  sweep: Record<string, never>
  write_data_files: Record<string, never>
}

export type JobName = keyof Jobs

/** Does jobs that were taken together; tells what became of each, in their order. */
export type Handle<Job> = (jobs: readonly Job[]) => Promise<readonly PromiseSettledResult<void>[]>

export type Handlers = { readonly [Name in JobName]: Handle<Jobs[Name]> }

export type Queue = {
  /** The job exists exactly when the transaction commits. */
  send<Name extends JobName>(tx: Pick<OpenTx, 'db'>, name: Name, job: Jobs[Name]): Promise<void>
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
  tell_followers: { retryLimit: 40, retryDelay: 2, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 300 },
  // Asked for again each minute.
  gather_letters: { retryLimit: 2, retryDelay: 2, expireInSeconds: 300 },
  // Longer than a slow mail server may take for all that is taken at once.
  send_letter: { retryLimit: 40, retryDelay: 5, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 900 },
  // Of no use once what it asks has expired.
  send_confirmation: { retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 120 },
  tell_old_address: { retryLimit: 40, retryDelay: 5, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 120 },
  // Asked for again every five minutes.
  remind: { retryLimit: 0, expireInSeconds: 900 },
  send_reminder: { retryLimit: 40, retryDelay: 5, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 120 },
  tell_devices: { retryLimit: 40, retryDelay: 2, retryBackoff: true, retryDelayMax: 7200, expireInSeconds: 300 },
  // Asked for again each minute.
  send_pushes: { retryLimit: 0, expireInSeconds: 900 },
  sweep: { retryLimit: 1, expireInSeconds: 900 },
  write_data_files: { retryLimit: 1, expireInSeconds: 10_800 },
} as const satisfies Record<JobName, object>

/**
 * How many workers a process has for a queue, how many jobs each takes at a time, and how often it looks for them, seconds.
 * What the clock asks for can wait for a look every five: an idle process asks the database less. Letters to followers come by
 * the ten thousand: they go out at most at forty-eight a second from a process, in a queue of their own, so that all else
 * goes past them.
 */
const atOnce = {
  announce_event: { localConcurrency: 2, batchSize: 1 },
  send_notice: { localConcurrency: 2, batchSize: 1 },
  tell_followers: { localConcurrency: 1, batchSize: 1 },
  gather_letters: { localConcurrency: 1, batchSize: 1 },
  send_letter: { localConcurrency: 2, batchSize: 12 },
  send_confirmation: { localConcurrency: 1, batchSize: 1 },
  tell_old_address: { localConcurrency: 1, batchSize: 1 },
  remind: { localConcurrency: 1, batchSize: 1, pollingIntervalSeconds: 5 },
  send_reminder: { localConcurrency: 2, batchSize: 1 },
  tell_devices: { localConcurrency: 1, batchSize: 1 },
  send_pushes: { localConcurrency: 1, batchSize: 1 },
  sweep: { localConcurrency: 1, batchSize: 1, pollingIntervalSeconds: 5 },
  write_data_files: { localConcurrency: 1, batchSize: 1, pollingIntervalSeconds: 5 },
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
      await boss.schedule('remind', '*/5 * * * *')
      await boss.schedule('write_data_files', '7 * * * *')
      await boss.schedule('gather_letters', '* * * * *')
      await boss.schedule('send_pushes', '* * * * *')
      for (const name of Object.keys(handlers) as JobName[]) {
        const handle = handlers[name] as Handle<unknown> // safe: a queue holds its own jobs alone
        const options = { pollingIntervalSeconds: 0.5, perJobResults: true, ...atOnce[name] } as const
        await boss.work(name, options, async (jobs) => {
          const settled = await handle(jobs.map(({ data }) => data))
          return jobs.map(({ id }, index) => resultOf(id, settled[index]))
        })
      }
    },
    stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000, close: false }),
  }
}

/** One after another. A job's fault is its own: the others are done. */
export function oneByOne<Job>(work: (job: Job) => Promise<void>): Handle<Job> {
  return async (jobs) => {
    const settled: PromiseSettledResult<void>[] = []
    for (const job of jobs) settled.push(...(await Promise.allSettled([work(job)])))
    return settled
  }
}

function resultOf(id: string, settled: PromiseSettledResult<void> | undefined): JobResult {
  if (settled?.status === 'fulfilled') return { id, status: 'completed' }
  const fault: unknown = settled?.reason
  const { name, message } = fault instanceof Error ? fault : new Error(String(fault))
  return { id, status: 'failed', output: { name, message } }
}
