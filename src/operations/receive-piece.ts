import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { CityId } from '#src/domain/id.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { type Files, isFull, NoRoom } from '#src/outside/files.ts'
import { temporaryFolder } from '#src/outside/media/temporary-folder.ts'
import * as uploads from '#src/store/uploads.ts'
import { type Added, type AddingProblem, addMedia } from './add-media.ts'
import type { Means } from './means.ts'
import { removeUpload } from './remove-upload.ts'

/** What a sender says a piece's bytes add up to. */
export type Checksum = { readonly algorithm: 'sha1' | 'sha256'; readonly digest: Buffer }

/** The upload as it stands behind the piece; `added` once it is whole. */
export type Received = { readonly received: number; readonly added: Added | null }

export type PieceProblem =
  | AddingProblem
  /** Its bytes are others than those that were sent. */
  | { readonly kind: 'checksum_wrong' }
  /** Another piece came first: the sender asks how far the upload is, and goes on from there. */
  | { readonly kind: 'moved_on' }
  /** It comes in more pieces than any connection needs. */
  | { readonly kind: 'too_many_pieces' }

const mostPieces = 4096

/**
 * Takes a file's next piece, which begins where the last one ended: all of it, or nothing when the connection breaks in
 * the middle. With the last piece the file becomes what {@link addMedia} makes of it; only then is that piece part of the
 * upload, so that a process which dies meanwhile has it sent again.
 */
export async function receivePiece(
  means: Means,
  city: CityId,
  upload: uploads.Upload,
  body: AsyncIterable<Uint8Array>,
  checksum: Checksum | null,
  mostMedia: number,
): Promise<Result<Received, PieceProblem>> {
  const { store, files, now, mint } = means
  const tx = store.of(city)
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'piece')
  const length = await keepOnDisk(body, path, checksum)
  if (!length.ok) return length

  const piece = { at: upload.received, length: length.value, name: `${upload.received}-${mint.secret()}` }
  const received = piece.at + piece.length
  if (piece.length === 0) return ok({ received, added: null })
  if (received === upload.length) return await becomeWhole(means, city, upload, folder.path, mostMedia)
  if (upload.pieces.length >= mostPieces) return refuse({ kind: 'too_many_pieces' })

  const key = keyOf(upload, piece.name)
  if (!(await fits(files, key, path))) return refuse({ kind: 'no_room' })
  if (await uploads.keepPiece(tx, upload.id, piece, { most: mostPieces, now: now() }))
    return ok({ received, added: null })
  await files.remove([key])
  return refuse({ kind: 'moved_on' })
}

/** How many bytes came. Throws when the connection broke; what does not add up is refused. */
async function keepOnDisk(
  body: AsyncIterable<Uint8Array>,
  path: string,
  checksum: Checksum | null,
): Promise<Result<number, PieceProblem>> {
  const hash = checksum && createHash(checksum.algorithm)
  let length = 0
  const counted = async function* () {
    for await (const chunk of body) {
      hash?.update(chunk)
      length += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(path))
  } catch (fault) {
    if (isFull(fault)) return refuse({ kind: 'no_room' })
    throw fault
  }
  return hash && checksum && !hash.digest().equals(checksum.digest) ? refuse({ kind: 'checksum_wrong' }) : ok(length)
}

async function becomeWhole(
  means: Means,
  city: CityId,
  upload: uploads.Upload,
  folder: string,
  mostMedia: number,
): Promise<Result<Received, PieceProblem>> {
  const { store, files, now } = means
  const path = join(folder, 'whole')
  const isThere = await joined(files, upload, path, join(folder, 'piece'))
  if (!isThere.ok) {
    if (isThere.problem.kind !== 'moved_on') return isThere
    const twin = await uploads.find(store.of(city), upload.id)
    if (twin?.media) return ok({ received: upload.length, added: { media: twin.media, gps: null } })
    // What is lost cannot go on: its sender finds nothing there, and begins anew.
    await removeUpload(means, city, upload.id)
    return isThere
  }
  const added = await addMedia(means, city, upload.draft, path, mostMedia)
  if (!added.ok) {
    if (!passing.includes(added.problem.kind)) await removeUpload(means, city, upload.id)
    return added
  }
  await uploads.finish(store.of(city), upload.id, added.value.media.id, now())
  await files.remove(upload.pieces.map((name) => keyOf(upload, name)))
  return ok({ received: upload.length, added: added.value })
}

/** Of these the last piece is sent again, and the rest stays where it is. */
const passing: readonly string[] = ['media_busy', 'no_room'] satisfies AddingProblem['kind'][]

/** Writes the pieces and the last one into one file. */
async function joined(
  files: Files,
  upload: uploads.Upload,
  path: string,
  last: string,
): Promise<Result<null, PieceProblem>> {
  const whole = async function* () {
    for (const name of upload.pieces) {
      const stored = await files.get(keyOf(upload, name))
      if (!stored) throw new Lost()
      yield* stored.body
    }
    yield* createReadStream(last)
  }
  try {
    await pipeline(Readable.from(whole()), createWriteStream(path))
    await rm(last)
    return ok(null)
  } catch (fault) {
    if (fault instanceof Lost) return refuse({ kind: 'moved_on' })
    if (isFull(fault)) return refuse({ kind: 'no_room' })
    throw fault
  }
}

class Lost extends Error {}

async function fits(files: Files, key: string, path: string): Promise<boolean> {
  try {
    await files.put(
      key,
      Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
      'application/octet-stream',
    )
    return true
  } catch (fault) {
    if (fault instanceof NoRoom) return false
    throw fault
  }
}

function keyOf({ id }: uploads.Upload, name: string): string {
  return `uploads/${id}/${name}`
}
