import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'

/** Milliseconds without an answer: a connection that hangs is lost. The whole file's answer takes a server's work. */
const silence = { usual: 60_000, last: 300_000 } as const

type Watch = {
  /** How many bytes were answered in how many milliseconds. */
  readonly heard: (bytes: number, milliseconds: number) => void
  /** The file's end goes out: its answer alone says what the file became. */
  readonly ends: () => void
}

/**
 * How the uploads' requests are sent, in a page as in a service worker: by `fetch`, each with the checksum of its bytes
 * where the browser can tell one.
 */
export function fetchStack(length: number, watch: Watch): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest: (method, url) => request(method, url, length, watch),
  }
}

function request(method: string, url: string, length: number, { heard, ends }: Watch): HttpRequest {
  const headers: Record<string, string> = { accept: 'application/json' }
  const control = new AbortController()
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => {
      headers[name] = value
    },
    getHeader: (name) => headers[name],
    // `fetch` tells none: what is out is known from chunk to chunk.
    setProgressHandler: () => undefined,
    async send(body: Blob | null) {
      const checksum = body && (await checksumOf(body))
      if (checksum) headers['Upload-Checksum'] = checksum
      const isLast = body !== null && Number(headers['Upload-Offset'] ?? 0) + body.size >= length
      const timer = setTimeout(() => control.abort(), isLast ? silence.last : silence.usual)
      if (isLast) ends()
      const began = performance.now()
      try {
        const answer = await fetch(url, { method, headers, body, signal: control.signal })
        const text = await answer.text()
        // Not gone, only out of order: the library would begin anew.
        if (method === 'HEAD' && answer.status >= 500) throw new Error(`HEAD ${answer.status}`)
        if (answer.ok && body && !isLast) heard(body.size, performance.now() - began)
        return response(answer, text)
      } finally {
        clearTimeout(timer)
      }
    },
    async abort() {
      control.abort()
    },
    getUnderlyingObject: () => undefined,
  }
}

/** Null on pages that are not secure: there a browser has no way to tell. */
async function checksumOf(body: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await body.arrayBuffer())
  return `sha256 ${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}

function response(answer: Response, text: string): HttpResponse {
  return {
    getStatus: () => answer.status,
    getHeader: (name) => answer.headers.get(name) ?? undefined,
    getBody: () => text,
    getUnderlyingObject: () => answer,
  }
}
