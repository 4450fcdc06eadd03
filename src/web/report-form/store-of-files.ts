/** The database of the browser that holds files until they are sent. */
export const storeOfFiles = 'files-to-send'

/** Deletes the files of every form that this device keeps. */
export function dropFiles(): void {
  try {
    indexedDB.deleteDatabase(storeOfFiles)
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}
