/**
 * One tab of some engine's browser: as much of it as a journey needs, so that the same journey goes in each. What it
 * looks for, by XPath, it waits for until it can be seen.
 */
export type Tab = {
  open(address: string): Promise<void>
  address(): Promise<string>
  see(path: string): Promise<void>
  press(path: string): Promise<void>
  type(path: string, text: string): Promise<void>
  /** Picks a file of this machine, as its dialog would give it. */
  pick(path: string, file: string): Promise<void>
  /** What a function of the page's own, written as text, gives. */
  ask(body: string): Promise<unknown>
  /** Errors in the console and scripts that threw, as far as the engine tells. */
  complaints(): readonly string[]
  close(): Promise<void>
}

/** How long a page is waited for on a machine that does much else, in milliseconds. */
export const patience = 30_000

/** A phone's window. */
export const narrow = { width: 360, height: 740 }

/** An element of this name with these words, wherever inside it they stand. */
export function saying(name: string, words: string): string {
  return `//${name}[contains(normalize-space(), "${words}")]`
}

/** The control that this label names. */
export function labelled(label: string): string {
  return `//*[@id = //label[starts-with(normalize-space(), "${label}")]/@for]`
}
