/** Under this name a device remembers that something may wait to be sent, so that pages need not look in vain. */
const flag = 'outbox'

/** Deletes all that waits on this device to be sent, files and all. */
export function dropStore(): void {
  mayWait(false)
  try {
    indexedDB.deleteDatabase('files-to-send')
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** Whether anything may wait here; says so first where it is told. */
export function mayWait(does?: boolean): boolean {
  try {
    if (does === true) localStorage.setItem(flag, '1')
    if (does === false) localStorage.removeItem(flag)
    return localStorage.getItem(flag) !== null
  } catch {
    return false
  }
}
