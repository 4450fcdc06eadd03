/** What Capacitor puts into the pages of an app from a store (its native-bridge.js); browsers have none of it. */
export type Shell = {
  getPlatform(): string
  nativePromise(plugin: string, method: string, options?: object): Promise<unknown>
  addListener(plugin: string, event: string, hear: (what: unknown) => void): unknown
  /** Where the page can fetch a file that the phone names. */
  convertFileSrc(uri: string): string
}

/** The shell that this page is open in. Only who has found `Capacitor` in the window may ask. */
export function shellHere(): Shell {
  return (window as unknown as { Capacitor: Shell }).Capacitor // safe: no other Capacitor comes into our pages
}
