import type { Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { type ByteRange, rangeAsked } from './byte-range.ts'

/** How much is read and kept in memory at a time for one reader. */
const pieceLength = 256 * 1024

export type Basemap = ((request: Request) => Promise<Response>) & AsyncDisposable

/**
 * Answers GET and HEAD for one large file, whole or a single range of it, as PMTiles readers ask for it.
 * A file replaced on disk is served anew, under a new ETag; a file that is gone is 404.
 */
export function serveBasemap(path: string): Basemap {
  const archive = new Archive(path)
  const answer = async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })

    const edition = await archive.current()
    if (!edition) return new Response(null, { status: 404 })

    const headers = headersOf(edition)
    if (isUnchanged(request, edition)) return new Response(null, { status: 304, headers })

    const range = rangeFor(request, edition)
    if (range === 'unsatisfiable') {
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${edition.size}` } })
    }
    const { first, last } = range ?? { first: 0, last: edition.size - 1 }
    const part = { ...headers, 'content-length': String(last - first + 1) }
    const status = range ? 206 : 200
    const ranged = range ? { ...part, 'content-range': `bytes ${first}-${last}/${edition.size}` } : part
    return new Response(request.method === 'HEAD' ? null : edition.read(first, last), { status, headers: ranged })
  }
  return Object.assign(answer, { [Symbol.asyncDispose]: () => archive.close() })
}

function headersOf({ etag, modified }: Edition): Record<string, string> {
  return {
    'accept-ranges': 'bytes',
    // Compressing would change what a byte range means.
    'cache-control': 'public, max-age=86400, stale-while-revalidate=604800, no-transform',
    'content-type': 'application/octet-stream',
    etag,
    'last-modified': modified,
    'x-content-type-options': 'nosniff',
  }
}

function isUnchanged({ headers }: Request, { etag }: Edition): boolean {
  const known = headers.get('if-none-match')
  if (known === null) return false
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}

/** A range of an older edition is worth nothing: then the whole file is sent, as RFC 9110 (13.1.5) has it. */
function rangeFor({ headers, method }: Request, { etag, modified, size }: Edition): ByteRange | 'unsatisfiable' | null {
  const condition = headers.get('if-range')
  if (method !== 'GET' || (condition !== null && condition !== etag && condition !== modified)) return null
  return rangeAsked(headers.get('range'), size)
}

/** The file as it is now; one open handle serves all readers until the file on disk is another. */
class Archive {
  readonly #path: string
  #edition: Promise<Edition> | null = null
  #mark = ''

  constructor(path: string) {
    this.#path = path
  }

  async current(): Promise<Edition | null> {
    const stats = await stat(this.#path).catch(() => null)
    if (!stats?.isFile()) return null
    const mark = markOf(stats)
    if (!this.#edition || mark !== this.#mark) {
      await this.close()
      this.#mark = mark
      this.#edition = open(this.#path).then((handle) => new Edition(handle, stats))
      // The next request tries again.
      this.#edition.catch(() => this.#forget(mark))
    }
    return this.#edition
  }

  async close(): Promise<void> {
    const closing = this.#edition
    this.#edition = null
    const edition = await closing?.catch(() => null)
    edition?.retire()
  }

  #forget(mark: string): void {
    if (this.#mark === mark) this.#edition = null
  }
}

function markOf({ size, mtimeMs, ino }: Stats): string {
  return `${size}.${mtimeMs}.${ino}`
}

/** One state of the file. Its handle closes once it is retired and the last reader is done. */
class Edition {
  readonly size: number
  readonly etag: string
  readonly modified: string
  readonly #handle: FileHandle
  #readers = 0
  #retired = false

  constructor(handle: FileHandle, { size, mtimeMs, mtime }: Stats) {
    this.size = size
    this.etag = `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}"`
    this.modified = mtime.toUTCString()
    this.#handle = handle
  }

  read(first: number, last: number): ReadableStream<Uint8Array> {
    let next = first
    let done = false
    const finish = () => {
      if (done) return
      done = true
      this.#readers -= 1
      this.#closeIfUnused()
    }
    this.#readers += 1
    return new ReadableStream({
      pull: async (controller) => {
        if (next > last) {
          controller.close()
          finish()
          return
        }
        const piece = new Uint8Array(Math.min(pieceLength, last - next + 1))
        const { bytesRead } = await this.#handle.read(piece, 0, piece.length, next)
        if (bytesRead === 0) {
          finish()
          throw new Error('the basemap file is shorter than it was')
        }
        next += bytesRead
        controller.enqueue(piece.subarray(0, bytesRead))
      },
      cancel: finish,
    })
  }

  retire(): void {
    this.#retired = true
    this.#closeIfUnused()
  }

  #closeIfUnused(): void {
    if (this.#retired && this.#readers === 0) void this.#handle.close()
  }
}
