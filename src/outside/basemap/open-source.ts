import { open } from 'node:fs/promises'
import { FetchSource, type Source } from 'pmtiles'

/** An archive to read by ranges: a file on the disk, or one that a web server gives in parts. */
export async function openSource(place: string): Promise<Source & AsyncDisposable> {
  if (/^https?:\/\//.test(place)) {
    const far = new FetchSource(place)
    return {
      getKey: () => far.getKey(),
      getBytes: (offset, length, signal, etag) => far.getBytes(offset, length, signal, etag),
      [Symbol.asyncDispose]: async () => undefined,
    }
  }
  const file = await open(place, 'r')
  return {
    getKey: () => place,
    async getBytes(offset, length) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
      return { data: buffer.slice(0, bytesRead).buffer }
    },
    [Symbol.asyncDispose]: () => file.close(),
  }
}
