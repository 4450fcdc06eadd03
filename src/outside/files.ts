/**
 * A stored file, or the part of it that was asked for. `size` is of the whole; `start` and `end` are its first and
 * last byte given, so `end` is `start - 1` when a range begins behind the last byte. Read the body or cancel it: until
 * then the file stays open.
 */
export type Stored = {
  readonly body: ReadableStream<Uint8Array>
  readonly size: number
  readonly type: string
  readonly start: number
  readonly end: number
}

/**
 * Where files are kept: a folder, or a bucket. Keys are paths of letters, digits, `-`, `_` and `.`; their ending tells
 * the type. A key that is not such a path is thrown back, never looked for.
 */
export type Files = {
  /** Whole or absent, whatever dies meanwhile; an earlier file of the key is replaced. Throws {@link NoRoom}. */
  put(key: string, body: Uint8Array | ReadableStream<Uint8Array>, type: string): Promise<void>
  /** Null when there is none. `end` is the last byte wanted. */
  get(key: string, range?: { readonly start: number; readonly end?: number }): Promise<Stored | null>
  /** What is missing already is fine. */
  remove(keys: readonly string[]): Promise<void>
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly modified: Temporal.Instant }>
}

/** What `put` throws when not another byte fits where the files are kept. */
export class NoRoom extends Error {}

/** True when a disk, or the part of it that this user may fill, is full. */
export function isFull(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT')
}

/** The types that keys may end with: a folder has no other place to remember one. */
const typesByEnding: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gz: 'application/gzip',
  jpg: 'image/jpeg',
  json: 'application/json',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  webm: 'video/webm',
  webp: 'image/webp',
}

/** What a file of this key holds: told by its ending alone. */
export function typeOfKey(key: string): string {
  return typesByEnding[/\.([a-z0-9]+)$/.exec(key)?.[1] ?? ''] ?? 'application/octet-stream'
}

const segment = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u
const bytes = new TextEncoder()

/** Throws unless the key is a path that stays inside, on a disk and in a bucket alike. */
export function checkKey(key: string): void {
  const segments = key.split('/')
  const fits = bytes.encode(key).length <= 1000 && segments.every((one) => bytes.encode(one).length <= 200)
  if (!fits || !segments.every((one) => segment.test(one)))
    throw new Error(`Not a key of a file: ${JSON.stringify(key)}`)
}

/** Throws unless the key is one, and its ending tells this type. */
export function checkKeyOfType(key: string, type: string): void {
  checkKey(key)
  if (typeOfKey(key) !== type) throw new Error(`A file of type ${type} cannot be called ${JSON.stringify(key)}`)
}

/** The first and last byte of a file of this size that a range asks for. */
export function bytesAskedFor(size: number, range: { readonly start: number; readonly end?: number } = { start: 0 }) {
  const start = Math.min(Math.max(0, range.start), size)
  const end = Math.min(range.end ?? size - 1, size - 1)
  return { start, end: Math.max(end, start - 1) }
}
