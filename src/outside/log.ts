import { type Logger, pino } from 'pino'

/**
 * One JSON line a happening, to standard output; within half a second, and at the end of the process.
 * Callers say ids, kinds and counts: never an address, a name or a body.
 */
export function createLog(level: string): Logger {
  const options = {
    level,
    // Host and process id are the log collector's to add.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: faultInLog },
  }
  // A write for each line would cost a page more than drawing it does.
  return pino(options, pino.destination({ sync: false, minLength: 8192, periodicFlush: 500 }))
}

/** A fault without what hangs on it: drivers put whole rows and letters there. */
function faultInLog(fault: unknown): object {
  if (!(fault instanceof Error)) return { type: typeof fault }
  const { name, message, stack, cause } = fault
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause: faultInLog(cause) }) }
}
