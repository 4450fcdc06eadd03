import { dropOldBuilt } from './built-files.ts'
import { worker } from './worker-scope.ts'

/** What pages ask of a worker, in the words of `postMessage`. */
export type Asked = 'take_over' | 'take_over_if_idle'

/** Pages on which somebody may be in the middle of writing: theirs is the version that they were opened with. */
const ofForms = /\/(?:reports\/(?:new|\d+(?:\/add)?)|desk\/\d+|answer\/[^/]+|opinions\/[^/]+)$/

/**
 * A new version takes the pages over when nobody writes, or at the tap of who does. The files of the one before stay
 * until no form of it is open.
 */
export async function takeOverIfIdle(): Promise<void> {
  if (!(await isFormOpen())) await worker.skipWaiting()
}

export async function tidyIfIdle(): Promise<void> {
  if (!(await isFormOpen())) await dropOldBuilt()
}

async function isFormOpen(): Promise<boolean> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return open.some(({ url }) => ofForms.test(new URL(url).pathname))
}
