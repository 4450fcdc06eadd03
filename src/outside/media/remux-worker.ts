import { parentPort, workerData } from 'node:worker_threads'

import { type RemuxAnswer, type RemuxTask, remux } from './remux.ts'

parentPort?.postMessage(await answered())

async function answered(): Promise<RemuxAnswer> {
  try {
    return await remux(workerData as RemuxTask)
  } catch (fault) {
    // A full or failing disk is not the file's fault.
    if (fault instanceof Error && 'syscall' in fault) throw fault
    return { kind: 'file_damaged' }
  }
}
