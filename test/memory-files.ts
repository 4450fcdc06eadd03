import type { Files } from '#src/outside/files.ts'

/** Files that last as long as the test. */
export function memoryFiles(): Files {
  const kept = new Map<
    string,
    { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string; readonly modified: Temporal.Instant }
  >()
  return {
    async put(key, body, type) {
      const bytes = new Uint8Array(await new Response(body as BodyInit).arrayBuffer())
      kept.set(key, { bytes, type, modified: Temporal.Now.instant() })
    },
    async get(key, range) {
      const file = kept.get(key)
      if (!file) return null
      const size = file.bytes.length
      const start = range?.start ?? 0
      const end = Math.min(range?.end ?? size - 1, size - 1)
      return { body: new Blob([file.bytes.subarray(start, end + 1)]).stream(), size, type: file.type, start, end }
    },
    async remove(keys) {
      for (const key of keys) kept.delete(key)
    },
    async *list(prefix) {
      for (const [key, { modified }] of kept) if (key.startsWith(prefix)) yield { key, modified }
    },
  }
}
