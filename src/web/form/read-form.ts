import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addAbortSignal, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'

import { ok, type Result, refuse } from '#src/domain/result.ts'
import { clean } from './clean.ts'
import { formFolder } from './form-folder.ts'

/** A form as it arrived: every field's values in order, and its files, on disk until the form is disposed of. */
export type Form = AsyncDisposable & {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly files: readonly SentFile[]
  /** Files that were over the limit; they are not kept. */
  readonly tooLarge: readonly NamedFile[]
}

/** `name` is what its sender calls it, to say which one is meant; empty when it has none. */
type NamedFile = { readonly field: string; readonly name: string }

export type SentFile = NamedFile & { readonly path: string; readonly size: number }

type Written = SentFile & { readonly isTooLarge: boolean }

export type FormProblem =
  | { readonly kind: 'not_a_form' }
  | { readonly kind: 'too_large' }
  /** Its files do not fit on the disk. */
  | { readonly kind: 'no_room' }

/** Bytes, and counts. A video is the largest thing a form may hold; `words` is all its fields together. */
export const formLimits = {
  file: 100 * 1024 * 1024,
  files: 10,
  fields: 200,
  total: 220 * 1024 * 1024,
  words: 256 * 1024,
}

/** Reads `application/x-www-form-urlencoded` or `multipart/form-data` without ever holding a file in memory. */
export async function readForm(request: Request): Promise<Result<Form, FormProblem>> {
  return read(request, formLimits)
}

/** The fields of a form that has no files; what is sent as one all the same is passed over. */
export async function readFields(request: Request): Promise<Result<Form['fields'], FormProblem>> {
  const form = await read(request, { files: 0, total: formLimits.words })
  if (!form.ok) return form
  await using sent = form.value
  return ok(sent.fields)
}

type Most = { readonly files: number; readonly total: number }

async function read(request: Request, most: Most): Promise<Result<Form, FormProblem>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body) return ok(formOf({}))
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readPlain(request)
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(request, type, most)
  return refuse({ kind: 'not_a_form' })
}

async function readPlain(request: Request): Promise<Result<Form, FormProblem>> {
  try {
    const body = Readable.fromWeb(request.body as NodeStream).compose(limitTo(formLimits.words))
    const fields: Record<string, string[]> = Object.create(null)
    for (const [name, value] of new URLSearchParams(await text(body))) add(fields, name, value)
    return ok(formOf(fields))
  } catch (fault) {
    return refuse(problemOf(fault))
  }
}

async function readMultipart(request: Request, type: string, most: Most): Promise<Result<Form, FormProblem>> {
  const folder = await formFolder()
  const fields: Record<string, string[]> = Object.create(null)
  const writes: Promise<Written>[] = []
  const broken = new AbortController()
  let words = 0
  const remove = () => rm(folder, { recursive: true, force: true })

  try {
    const busboy = new Busboy({
      headers: { 'content-type': type } as BusboyHeaders,
      limits: {
        fileSize: formLimits.file,
        files: most.files,
        fields: formLimits.fields,
        fieldSize: formLimits.words,
        headerPairs: 50,
      },
    })
    busboy.on('field', (name, value, _, isCut) => {
      words += value.length
      if (isCut || words > formLimits.words) busboy.destroy(new TooLarge())
      else add(fields, name, value)
    })
    busboy.on('file', (field, stream, filename) => {
      const name = clean(filename ?? '')
      const path = join(folder, String(writes.length))
      const written = keep(addAbortSignal(broken.signal, stream), path).then(() => {
        return { field, name, path, size: stream.bytesRead, isTooLarge: stream.truncated }
      })
      // Awaited below; without this a connection lost before then would be an unhandled rejection.
      written.catch(() => undefined)
      writes.push(written)
    })
    await pipeline(Readable.fromWeb(request.body as NodeStream), limitTo(most.total), busboy)
    // In the order of the form, however fast the disk takes each. Where no file was chosen, a browser sends one of no bytes
    // and no name.
    const all = (await Promise.all(writes)).filter(({ size, name }) => size > 0 || name)
    const files = all.filter(({ isTooLarge }) => !isTooLarge)
    const tooLarge = all.filter(({ isTooLarge }) => isTooLarge)
    return ok({ ...formOf(fields, remove), files, tooLarge })
  } catch (fault) {
    // A file whose form ends before it never ends by itself.
    broken.abort()
    await Promise.allSettled(writes)
    await remove()
    return refuse(problemOf(fault))
  }
}

/** What does not fit is read on and thrown away: who is still sending would not hear why. */
async function keep(stream: Readable, path: string): Promise<void> {
  let fault: unknown = null
  const remember = (one: unknown) => {
    fault ??= one
  }
  const opening = open(path, 'wx').catch(remember)
  try {
    for await (const chunk of stream) {
      const file = await opening
      if (fault === null) await file?.appendFile(chunk).catch(remember)
    }
  } finally {
    await (await opening)?.close()
  }
  if (fault !== null) throw fault
}

class TooLarge extends Error {}

/** Whatever else keeps a form from being read lies in what was sent, or in a connection that broke. */
function problemOf(fault: unknown): FormProblem {
  if (fault instanceof TooLarge) return { kind: 'too_large' }
  return { kind: isFull(fault) ? 'no_room' : 'not_a_form' }
}

function isFull(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT')
}

function limitTo(most: number) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    let size = 0
    for await (const chunk of source) {
      size += chunk.byteLength
      if (size > most) throw new TooLarge()
      yield chunk
    }
  }
}

function formOf(fields: Record<string, readonly string[]>, remove: () => Promise<void> = async () => undefined): Form {
  return { fields, files: [], tooLarge: [], [Symbol.asyncDispose]: remove }
}

function add(fields: Record<string, string[]>, name: string, value: string): void {
  const values = fields[name]
  if (values) values.push(clean(value))
  else fields[name] = [clean(value)]
}
