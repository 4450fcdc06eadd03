import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { HeicAnswer, HeicTask } from './heic-worker.ts'
import { inWorker, workerUrl } from './in-worker.ts'
import type { MediaProblem } from './media-problem.ts'
import { longestSide } from './photo-sizes.ts'

type HeicPixels = Extract<HeicAnswer, { kind: 'pixels' }>

const limits = { seconds: 30, heapMegabytes: 128 }

/** What a HEIC file shows, decoded where it can neither block nor break the server. */
export async function heicPixels(path: string, mostPixels: number): Promise<Result<HeicPixels, MediaProblem>> {
  const task: HeicTask = { path, mostPixels, longestSide }
  const answer = await inWorker<HeicAnswer>(workerUrl('heic-worker'), task, limits)
  if (answer?.kind === 'pixels') return ok(answer)
  return refuse({ kind: answer?.kind === 'too_many_pixels' ? 'too_many_pixels' : 'file_damaged' })
}
