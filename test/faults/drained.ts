import type { ChildProcess } from 'node:child_process'
import { expect, vi } from 'vitest'
import { addressesAt } from '#src/bin/addresses.ts'
import { openPictures } from '#src/bin/open-pictures.ts'
import { jobHandlers } from '#src/jobs/handlers.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import { diskFiles } from '#src/outside/disk-files.ts'
import { smtpMail } from '#src/outside/mail.ts'
import { mint } from '#src/outside/mint.ts'
import { screens } from '#src/outside/push/screens.ts'
import { openStore } from '#src/store/open-store.ts'
import type { Store } from '#src/store/store.ts'
import { ended, startProgram } from '../programs.ts'
import type { RunningHouse } from '../running-house.ts'
import { jobsLeft, returnJobsOfTheDead } from './audit-letters.ts'
import type { PostOffice } from './post-office.ts'

/** The program that does a house's jobs beside its server. */
export type Worker = { kill(): Promise<void>; stop(): Promise<void>; start(): Promise<void> }

export async function startWorker({ env }: RunningHouse): Promise<Worker> {
  let process_: ChildProcess
  const start = async () => {
    process_ = await startProgram('work', env, 'Doing jobs.')
  }
  await start()
  return { kill: () => ended(process_, 'SIGKILL'), stop: () => ended(process_, 'SIGTERM'), start }
}

export type OpenedStore = Store & AsyncDisposable

/** A look into the house's database, on PostgreSQL beside whoever uses it, else when the house is stopped. */
export async function storeOf({ env }: RunningHouse): Promise<OpenedStore> {
  const { DATABASE_URL: url, DATA_DIR: folder = '' } = env
  const opened = await openStore(url ? { url } : { folder }, (fault) => {
    throw fault
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const store = opened.value
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store.queue.stop(1)
      await store.close()
    },
  }
}

/**
 * The database once a clean start has done all that was left to do. What a killed worker had in hand waits two minutes
 * for others, a follower's letter fifteen: unless `patiently`, that time is passed over.
 */
export async function drained(
  house: RunningHouse,
  worker: Worker | null,
  { post, source, patiently }: { readonly post: PostOffice; readonly source: CitySource; readonly patiently: boolean },
): Promise<OpenedStore> {
  const seconds = patiently ? 1200 : 60
  await Promise.all([house.stop(), worker?.stop()])
  const store = await storeOf(house)
  if (!patiently || !worker) await returnJobsOfTheDead(store)
  if (worker) await Promise.all([house.start(), worker.start()])
  else await doJobs(store, house, post, source)
  await vi.waitFor(async () => expect(await jobsLeft(store)).toEqual({ waiting: 0, failed: 0 }), {
    timeout: seconds * 1000,
    interval: 200,
  })
  await Promise.all([house.stop(), worker?.stop()])
  return store
}

/** As the server on the embedded database does, which no two processes can have open. */
async function doJobs(store: Store, { env, origin }: RunningHouse, { url }: PostOffice, { guide }: CitySource) {
  const files = diskFiles(`${env.DATA_DIR}/files`)
  const means = { store, files, mint, now: () => Temporal.Now.instant() }
  const mail = smtpMail(url, env.MAIL_FROM ?? '')
  const log = { info: () => undefined, warn: () => undefined }
  const guides = new Map([[guide.city.id, guide]])
  const { message } = openPictures(means, origin)
  await store.queue.work(
    jobHandlers({ means, mail, push: screens(), message, guides, log, addresses: addressesAt(origin) }),
  )
}
