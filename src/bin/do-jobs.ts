import { jobHandlers } from '#src/jobs/handlers.ts'

/** Begins to do jobs in this process. Other processes send more: it looks for what they recorded as soon as it hears of it. */
export async function doJobs(parts: Parameters<typeof jobHandlers>[0]): Promise<void> {
  const { queue, wakes } = parts.means.store
  await queue.work(jobHandlers(parts))
  wakes.hear(() => queue.look('announce_event'))
}
