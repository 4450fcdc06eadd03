/** A stored file, or the part of it that was asked for. `size` is of the whole; `start` and `end` are its first and last byte given. */
export type Stored = {
  readonly body: ReadableStream<Uint8Array>
  readonly size: number
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Where files are kept: a folder, or a bucket. Keys are paths of letters, digits, `-`, `_` and `.`. */
export type Files = {
  /** Whole or absent, whatever dies meanwhile; an earlier file of the key is replaced. */
  put(key: string, body: Uint8Array | ReadableStream<Uint8Array>, type: string): Promise<void>
  /** Null when there is none. `end` is the last byte wanted. */
  get(key: string, range?: { readonly start: number; readonly end?: number }): Promise<Stored | null>
  /** What is missing already is fine. */
  remove(keys: readonly string[]): Promise<void>
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly modified: Temporal.Instant }>
}
