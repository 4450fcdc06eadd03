const saidOfDeadlock = '40P01'
const mostTries = 5

/**
 * Does a transaction again when the database ended it because it and another one waited for each other. Reports are
 * locked in one order so that this is rare; what erases a person meets people and reports from the other side.
 */
export async function againAfterDeadlock<Value>(transaction: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction()
    } catch (fault) {
      if (tries === mostTries || !isDeadlock(fault)) throw fault
    }
  }
}

function isDeadlock(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === saidOfDeadlock
}
