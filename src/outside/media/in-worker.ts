import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** What a worker may take before it is ended. */
export type WorkerLimits = { readonly seconds: number; readonly heapMegabytes: number }

/**
 * What a thread of its own answers about a task. Null when it died of what it read: out of memory, out of time, or
 * ended without a word. Throws what it throws, which are faults of ours and not of a file.
 */
export async function inWorker<Answer>(url: URL, task: unknown, limits: WorkerLimits): Promise<Answer | null> {
  const worker = new Worker(url, {
    workerData: task,
    // It reads what strangers sent: it gets nothing else of ours, and what its libraries print is nobody's business.
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  const timer = setTimeout(() => worker.terminate(), limits.seconds * 1000)
  try {
    return await new Promise<Answer | null>((answer, fail) => {
      worker.once('message', answer)
      worker.once('error', (fault) => (ranOutOfMemory(fault) ? answer(null) : fail(fault)))
      worker.once('exit', () => answer(null))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** A worker stands beside this file in the source; in the bundle it is an entry of its own, and this may be a chunk. */
export function workerUrl(name: string): URL {
  const here = import.meta.url
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((place) => new URL(place, here))
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw new Error(`The worker ${name} is not where ${here} looks for it`)
  return found
}

function ranOutOfMemory(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
