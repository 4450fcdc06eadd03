import { DataStore, ERRORS, type Lock, Server, Upload as TusUpload } from '@tus/server'

import type { UploadId } from '#src/domain/id.ts'
import type { Added } from '#src/operations/add-media.ts'
import { type PieceProblem, receivePiece } from '#src/operations/receive-piece.ts'
import { removeUpload } from '#src/operations/remove-upload.ts'
import * as uploads from '#src/store/uploads.ts'
import type { Context } from '../context.ts'
import type { Problem } from '../problem.ts'
import { checksumFrom } from './checksum-from.ts'
import type { FileProblem } from './file-problem-words.ts'

/** The routes at which files arrive in pieces. */
export type UploadContext = Context<'addUpload'> | Context<'upload' | 'addPiece' | 'endUpload'>

/** A file that somebody wants to send: as the headers of its first request say, not yet looked at. */
export type Asked = { readonly length: number; readonly fields: Readonly<Record<string, readonly string[]>> }

export type Began = Pick<uploads.Upload, 'draft' | 'person' | 'length'>

/** Why the protocol's answer is not the one to give. */
export type Refused = FileProblem | Extract<Problem, { kind: 'not_a_form' | 'not_found' }>

/** What became of a request of the protocol. */
export type ByTus = {
  /** Its answer, which says nothing that people read. */
  readonly answer: Response
  readonly refused: Refused | null
  /** The file, with the last piece, and the form it is of. */
  readonly whole: { readonly added: Added; readonly upload: Pick<uploads.Upload, 'draft'> } | null
}

/** Hours that an upload waits for its next piece. */
export const hoursKept = 24

/** The extensions of the protocol that this server has; `checksum` and `expiration` are ours, not the library's. */
export const extensions = ['creation', 'creation-with-upload', 'termination', 'checksum', 'expiration']

/**
 * Answers one request by tus 1.0 (https://tus.io/protocols/resumable-upload). `begin` decides whether a new upload may
 * come. Faults are thrown as from any handler.
 */
export async function byTus(context: UploadContext, begin: (asked: Asked) => Promise<Began | Refused>): Promise<ByTus> {
  const { request, guide, means, to, now } = context
  const { id: city, policy } = guide.city
  const tx = means.store.of(city)
  const outcome: { refused: Refused | null; whole: ByTus['whole']; fault: unknown } = {
    refused: null,
    whole: null,
    fault: null,
  }
  let expires = now.add({ hours: hoursKept })
  const refuse = (refused: Refused) => {
    outcome.refused = refused
    return answering(422)
  }

  const found = async (id: string): Promise<uploads.Upload> => {
    const upload = await uploadFor(context, id as UploadId) // safe: the route's pattern
    if (!upload) throw ERRORS.FILE_NOT_FOUND
    return upload
  }

  const datastore = Object.assign(new DataStore(), {
    extensions,
    async create(asked: TusUpload) {
      const fields = Object.entries(asked.metadata ?? {}).map(([name, value]) => [name, (value ?? '').split(',')])
      const began = await begin({ length: asked.size ?? 0, fields: Object.fromEntries(fields) })
      if ('kind' in began) throw refuse(began)
      await uploads.begin(tx, { id: asked.id as UploadId, ...began }, now) // safe: minted below
      return asked
    },
    async getUpload(id: string) {
      const { length, received, draft, movedAt } = await found(id)
      expires = movedAt.add({ hours: hoursKept })
      return new TusUpload({ id, size: length, offset: received, metadata: { key: draft } })
    },
    async write(body: AsyncIterable<Uint8Array>, id: string, offset: number) {
      const upload = await found(id)
      // Since the library compared them another piece may have come, behind which these bytes are not at home.
      if (upload.received !== offset) throw answering(409)
      const checksum = checksumFrom(request.headers.get('upload-checksum'))
      if (checksum === undefined) throw answering(400)
      const got = await receivePiece(means, city, upload, body, checksum, policy.mostMedia)
      if (!got.ok) {
        const status = statusOf[got.problem.kind]
        throw status ? answering(status) : refuse(got.problem as FileProblem) // safe: the others have a status
      }
      const { received, added } = got.value
      if (added) outcome.whole = { added, upload }
      expires = now.add({ hours: hoursKept })
      return received
    },
    remove: async (id: string) => removeUpload(means, city, (await found(id)).id),
    // Our clock says what is over, not the library's.
    hasExtension: (name: string) => name !== 'expiration' && extensions.includes(name),
  })

  const server = new Server({
    path: to.addUpload(city),
    datastore,
    locker: { newLock: () => noLock },
    namingFunction: () => means.mint.secret(),
    generateUrl: (_, { id }) => to.upload(city, id as UploadId), // safe: minted above
    allowedOrigins: [],
    onResponseError: (_, fault) => {
      if (!('status_code' in fault)) outcome.fault = fault
      return undefined
    },
  })
  const answer = await server.handleWeb(request)
  if (outcome.fault) throw outcome.fault
  const { refused, whole } = outcome
  if (!whole && answer.ok && request.method !== 'HEAD') answer.headers.set('upload-expires', httpDate(expires))
  return { answer, refused, whole }
}

/** The protocol's own statuses, where it has one. */
const statusOf: Partial<Record<PieceProblem['kind'], number>> = {
  checksum_wrong: 460,
  moved_on: 409,
  too_many_pieces: 413,
}

/**
 * None is needed: the row itself says which of two pieces that come at once is part of the file, in whatever process,
 * and nothing is left locked by one that is killed.
 */
const noLock: Lock = { lock: async () => undefined, unlock: async () => undefined }

/** The upload, for who may go on with it: whoever knows its address, or the person who began it signed in, alone. */
export async function uploadFor(context: UploadContext, id: UploadId): Promise<uploads.Upload | null> {
  const { means, guide, now } = context
  const upload = await uploads.find(means.store.of(guide.city.id), id)
  if (!upload || Temporal.Instant.compare(upload.movedAt.add({ hours: hoursKept }), now) <= 0) return null
  const viewer = await context.viewer()
  return upload.person === null || (viewer.kind === 'person' && viewer.id === upload.person) ? upload : null
}

/** What the library makes an answer of. */
function answering(status: number): Error {
  return Object.assign(new Error(), { status_code: status, body: '' })
}

function httpDate(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toUTCString()
}
