import { S3mini, S3ServiceError, type UploadPart } from 's3mini'

import { checkKey, checkKeyOfType, type Files, typeOfKey } from './files.ts'

/** A body longer than this goes up in parts of this size, one at a time: what one upload holds in memory. */
const partBytes = 8 * 1024 * 1024

/**
 * Files as objects of a bucket, whatever S3-compatible server holds it:
 * `https://KEY:SECRET@host[:port]/bucket?region=eu-central-1`, with the key and the secret percent-encoded. The region
 * is `us-east-1` when left out. Throws at once when the address is not such a one, without repeating it.
 */
export function s3Files(url: string): Files {
  const bucket = new S3mini(readAddress(url))

  return {
    async put(key, body, type) {
      checkKeyOfType(key, type)
      const parts = body instanceof Uint8Array ? partsOf([body]) : partsOf(body)
      try {
        const first = (await parts.next()).value ?? new Uint8Array()
        const second = await parts.next()
        if (second.done) await bucket.putObject(key, first, type)
        else await putInParts(bucket, key, type, [first, second.value], parts)
      } finally {
        await parts.return(undefined)
      }
    },

    async get(key, range) {
      checkKey(key)
      const start = Math.max(0, range?.start ?? 0)
      const whole = start === 0 && range?.end === undefined
      try {
        const response = await bucket.getObjectRaw(
          key,
          whole,
          start,
          range?.end === undefined ? undefined : range.end + 1,
        )
        return storedFrom(response, typeOfKey(key))
      } catch (fault) {
        if (!(fault instanceof S3ServiceError)) throw fault
        if (fault.status === 404) return null
        if (fault.status !== 416) throw fault
        const size = await bucket.getContentLength(key)
        return { body: nothing(), size, type: typeOfKey(key), start: size, end: size - 1 }
      }
    },

    async remove(keys) {
      for (const key of keys) checkKey(key)
      const removed = await bucket.deleteObjects([...keys])
      // A server need not name what was missing already: only what is still there was not removed.
      const unsure = keys.filter((_, index) => !removed[index])
      for (const key of unsure) {
        if ((await bucket.objectExists(key)) !== false) throw new Error(`The bucket kept ${key}`)
      }
    },

    async *list(prefix) {
      let after: string | undefined
      do {
        const page = await bucket.listObjectsPaged('/', prefix, 1000, after)
        if (!page?.objects) throw new Error('There is no such bucket')
        for (const { Key: key, LastModified } of page.objects) {
          yield { key, modified: Temporal.Instant.fromEpochMilliseconds(LastModified.getTime()) }
        }
        after = page.nextContinuationToken
      } while (after)
    },
  }
}

function readAddress(url: string) {
  const address = URL.canParse(url) ? new URL(url) : null
  const bucket = address?.pathname.split('/').filter(Boolean) ?? []
  if (
    !address ||
    !/^https?:$/.test(address.protocol) ||
    !address.username ||
    !address.password ||
    bucket.length !== 1
  ) {
    throw new Error('The address of the bucket is not like https://KEY:SECRET@host/bucket?region=…')
  }
  return {
    endpoint: `${address.origin}/${bucket[0]}`,
    accessKeyId: decodeURIComponent(address.username),
    secretAccessKey: decodeURIComponent(address.password),
    region: address.searchParams.get('region') ?? 'us-east-1',
  }
}

/** Joins and cuts what comes into parts of one size; only the last is shorter. */
async function* partsOf(
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let part = new Uint8Array(partBytes)
  let filled = 0
  for await (const chunk of body) {
    for (let taken = 0; taken < chunk.length; ) {
      const piece = chunk.subarray(taken, taken + partBytes - filled)
      part.set(piece, filled)
      taken += piece.length
      filled += piece.length
      if (filled < partBytes) continue
      yield part
      part = new Uint8Array(partBytes)
      filled = 0
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
}

/** The object appears when the last step succeeds, and not before; a step that fails takes the parts away again. */
async function putInParts(
  bucket: S3mini,
  key: string,
  type: string,
  first: readonly Uint8Array<ArrayBuffer>[],
  rest: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const upload = await bucket.getMultipartUploadId(key, type)
  const uploaded: UploadPart[] = []
  const send = async (part: Uint8Array<ArrayBuffer>) => {
    uploaded.push(await bucket.uploadPart(key, upload, part, uploaded.length + 1))
  }
  try {
    for (const part of first) await send(part)
    for await (const part of rest) await send(part)
    await bucket.completeMultipartUpload(key, upload, uploaded)
  } catch (fault) {
    await bucket.abortMultipartUpload(key, upload).catch(() => {})
    throw fault
  }
}

function storedFrom(response: Response, type: string) {
  const [, from, to, all] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? []
  const body = response.body ?? nothing()
  if (all !== undefined) return { body, size: Number(all), type, start: Number(from), end: Number(to) }
  const size = Number(response.headers.get('content-length'))
  return { body, size, type, start: 0, end: size - 1 }
}

function nothing(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() })
}
