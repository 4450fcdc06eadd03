import { type Logger, pino } from 'pino'

/** One JSON line a happening, to standard output. Callers say ids, kinds and counts: never an address, a name or a body. */
export function createLog(level: string): Logger {
  return pino({
    level,
    // Host and process id are the log collector's to add.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: faultInLog },
  })
}

/** A fault without what hangs on it: drivers put whole rows and letters there. */
function faultInLog(fault: unknown): object {
  if (!(fault instanceof Error)) return { type: typeof fault }
  const { name, message, stack, cause } = fault
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause: faultInLog(cause) }) }
}
