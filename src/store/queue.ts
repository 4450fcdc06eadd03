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
  /** That this transaction has committed: what it sent and may begin now is looked for at once, if this process does jobs. */
  committed(db: OpenTx['db']): void
  /** Looks for such jobs now, if this process does jobs. */
  look(name: JobName): void
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
 *
 * A step's jobs are `prompt`: they are looked for when their transaction has committed, and after each one for the next, so
 * that looking now and then only finds what another process sent, or left when it died. What the clock asks for can wait
 * longer: an idle process asks the database less. What is gathered for many waits for its look, so that one goes over what
 * several steps brought. Letters to followers come by the ten thousand: they go out at most at forty-eight a second from a
 * process, in a queue of their own, so that all else goes past them.
 */
const looks: Record<JobName, Looks> = {
  announce_event: { workers: 2, every: 2, prompt: true },
  send_notice: { workers: 2, every: 2, prompt: true },
  tell_followers: { workers: 1, every: 2, prompt: true },
  gather_letters: { workers: 1, every: 0.5 },
  send_letter: { workers: 2, every: 0.5, most: 12 },
  send_confirmation: { workers: 1, every: 0.5, prompt: true },
  tell_old_address: { workers: 1, every: 0.5, prompt: true },
  remind: { workers: 1, every: 5 },
  send_reminder: { workers: 2, every: 2, prompt: true },
  tell_devices: { workers: 1, every: 2, prompt: true },
  send_pushes: { workers: 1, every: 0.5 },
  sweep: { workers: 1, every: 5 },
  write_data_files: { workers: 1, every: 5 },
}

type Looks = { readonly workers: number; readonly every: number; readonly most?: number; readonly prompt?: true }

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

  /** The workers of this process, and what each transaction sent that has not ended yet. */
  const workers = new Map<JobName, string[]>()
  const sent = new WeakMap<OpenTx['db'], Set<JobName>>()
  const note = (db: OpenTx['db'], name: JobName) => {
    if (!looks[name].prompt) return
    const names = sent.get(db) ?? new Set()
    sent.set(db, names.add(name))
  }
  // One of them, by turns: it goes on to the next job by itself, and a look that finds nothing costs as much as one that does.
  const look = (name: JobName) => {
    const all = workers.get(name) ?? []
    const worker = all.shift()
    if (!worker) return
    all.push(worker)
    boss.notifyWorker(worker)
  }

  return {
    async send({ db }, name, job) {
      await boss.send(name, job, { db: fromKysely(db) })
      note(db, name)
    },
    async sendAll({ db }, name, jobs) {
      if (jobs.length === 0) return
      const inserts = jobs.map((data) => ({ data }))
      await boss.insert(name, inserts, { db: fromKysely(db) })
      note(db, name)
    },
    committed(db) {
      for (const name of sent.get(db) ?? []) look(name)
    },
    look,
    async work(handlers) {
      await boss.schedule('sweep', '17 * * * *')
      await boss.schedule('remind', '*/5 * * * *')
      await boss.schedule('write_data_files', '7 * * * *')
      await boss.schedule('gather_letters', '* * * * *')
      await boss.schedule('send_pushes', '* * * * *')
      for (const name of Object.keys(handlers) as JobName[]) {
        const handle = handlers[name] as Handle<unknown> // safe: a queue holds its own jobs alone
        const { workers: count, every, most = 1, prompt } = looks[name]
        const options = { pollingIntervalSeconds: every, perJobResults: true, batchSize: most } as const
        const ids: string[] = []
        for (let index = 0; index < count; index++) {
          const id = await boss.work(name, options, async (jobs) => {
            const settled = await handle(jobs.map(({ data }) => data))
            if (prompt) boss.notifyWorker(ids[index] ?? '')
            return jobs.map(({ id }, at) => resultOf(id, settled[at]))
          })
          ids.push(id)
        }
        // A copy: who is woken next changes its order, and each of `ids` has its place.
        workers.set(name, [...ids])
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
