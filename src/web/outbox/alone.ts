/** Does something with an entry that nobody else has in hand, in whatever tab or worker; null when somebody has. */
export function ifFree<Value>(id: string, work: () => Promise<Value>): Promise<Value | null> {
  return alone(`outbox:${id}`, false, work)
}

/** Does something with an entry once nobody else has it in hand. */
export async function inHand(id: string, work: () => Promise<void>): Promise<void> {
  await alone(`outbox:${id}`, true, work)
}

/** Does something about a thing after all that was to be done about it before; hears when it has to wait for that. */
export async function inTurn(about: string, isBehind: () => void, work: () => Promise<void>): Promise<void> {
  const name = `turn:${about}`
  const isDone = async () => {
    await work()
    return true
  }
  if (await alone(name, false, isDone)) return
  isBehind()
  await alone(name, true, isDone)
}

/**
 * Does the work unless somebody else does it already: then null, or, for who is patient, when they are done. What dies
 * lets go. Browsers of 2020 have no locks; there the form's key alone makes one report of what is sent twice.
 */
export async function alone<Value>(name: string, patient: boolean, work: () => Promise<Value>): Promise<Value | null> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(name, { ifAvailable: !patient }, (lock) => (lock ? work() : null))
}
