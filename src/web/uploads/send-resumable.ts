import type { UploadOptions } from 'tus-js-client'
import DetailedError from 'tus-js-client/lib/error.js'
import Upload from 'tus-js-client/lib/upload.js'

import { writtenBy } from '../outbox/told-outbox.ts'
import { fetchStack } from './fetch-stack.ts'
import { afterChunk, afterLoss, chunkBytes } from './fitting-chunk.ts'
import { type Sent, sentFrom } from './sent.ts'

/** What is sent, and whom to tell of it. */
export type ToSend = {
  /** Where a city's uploads begin: `to.addUpload(city)`. */
  readonly address: string
  readonly body: Blob
  /** The form's key. */
  readonly key: string
  /** For whom a device kept it; null: for whoever is signed in. */
  readonly writer?: string | null
  /** Ids of the files that the form has: another one that waits under its key makes room. */
  readonly media: readonly string[]
  /** The address that an earlier try told by `began`; null at first. One that is over is fine: the file begins anew. */
  readonly upload: string | null
  /** Hears the upload's own address, to be kept for the next try. */
  readonly began: (upload: string) => void
  /** Hears the share that is out, from 0 to 1. */
  readonly progress: (share: number) => void
}

export type Sending = {
  /** Never rejects. */
  readonly done: Promise<Sent>
  /** Ends this try; what has arrived stays for the next. `done` tells `lost`. */
  readonly stop: () => void
  /**
   * Ends it for good: what has arrived is forgotten, and `done` tells `lost`. Where the file's end was out already, `done`
   * still tells what it became.
   */
  readonly forget: () => void
}

/** Milliseconds that the answer to a file's end is waited for when nobody wants the file any more. */
const patience = 15_000

/** What the link took last: the next file begins with as much. */
let fitting: number = chunkBytes.first

/**
 * Sends one file by tus, in chunks that fit the link, from where an earlier try came to. It is one try: it ends when the
 * file is taken or refused, or the connection is lost. Needs neither a page nor `XMLHttpRequest`.
 */
export function sendResumable({ address, body, key, writer, media, upload, began, progress }: ToSend): Sending {
  const { promise: done, resolve: settle } = withResolvers<Sent>()
  const options: UploadOptions = {
    ...Upload.defaultOptions,
    endpoint: new URL(address, globalThis.location?.href).href,
    uploadUrl: upload,
    metadata: { key, media: media.join(',') },
    headers: writer ? { [writtenBy]: writer } : {},
    chunkSize: fitting,
    uploadDataDuringCreation: true,
    storeFingerprintForResuming: false,
    // Nothing tells an upload from another: its address is kept with its file.
    fingerprint: async () => '',
    httpStack: fetchStack(body.size, {
      heard: (bytes, milliseconds) => {
        fitting = afterChunk(bytes, milliseconds)
        sending.options.chunkSize = fitting
      },
      ends: () => {
        isEndOut = true
      },
    }),
    // In a page and in a worker the same: the library's own reads more kinds of things.
    fileReader: { openFile: async () => partsOf(body) },
    // The library hears of no end before it has begun.
    onBeforeRequest: (request) => {
      if (isEnded && request.getMethod() !== 'DELETE') throw new Error('Ended')
    },
    // A chunk that came damaged, or to another place than thought, goes once more at once; a lost connection is the caller's.
    retryDelays: [0, 1000, 3000],
    onShouldRetry: ({ originalResponse }) => [409, 460].includes(originalResponse?.getStatus() ?? 0),
    onUploadUrlAvailable: () => sending.url && began(sending.url),
    onProgress: (sent, total) => progress(total > 0 ? sent / total : 0),
    onSuccess: async ({ lastResponse }) => settle(await taken(sending.url, lastResponse.getBody())),
    onError: (fault) => {
      const answer = fault instanceof DetailedError ? fault.originalResponse : null
      const sent = sentFrom(answer?.getStatus() ?? 0, answer?.getBody() ?? '')
      if (sent.kind === 'lost') fitting = afterLoss(fitting)
      settle(sent)
    },
  }
  let isEnded = false
  let isEndOut = false
  const sending = new Upload(body, options)
  sending.start()

  const end = (forGood: boolean) => {
    isEnded = true
    settle({ kind: 'lost', byServer: false, words: null })
    // What cannot be told to the server now is forgotten there in a day.
    sending.abort(forGood).catch(() => undefined)
  }
  const forget = () => {
    isEnded = true
    // Cut off now, it would become a file that nobody here knows of.
    if (!isEndOut) return end(true)
    const timer = setTimeout(() => end(true), patience)
    void done.then(() => clearTimeout(timer))
  }
  return { done, stop: () => end(false), forget }
}

/** The last chunk's answer says what the file became. Where that got lost, the upload itself still does. */
async function taken(upload: string | null, said: string): Promise<Sent> {
  const sent = sentFrom(200, said)
  if (sent.kind === 'taken' || !upload) return sent
  try {
    const answer = await fetch(upload, { headers: { accept: 'application/json' } })
    return sentFrom(answer.status, await answer.text())
  } catch {
    return sentFrom(0, '')
  }
}

function partsOf(body: Blob) {
  return {
    size: body.size,
    slice: async (start: number, end: number) => ({ value: body.slice(start, end), done: end >= body.size }),
    close: () => undefined,
  }
}

/** `Promise.withResolvers` is younger than the phones. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
