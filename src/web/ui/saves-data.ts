/** True where the browser says that its owner pays for what comes (Save Data API); it says so to the server by `Save-Data`. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false
}
