import type { UploadId } from '#src/domain/id.ts'
import * as uploads from '#src/store/uploads.ts'
import type { RouteKey } from '#src/web/routes.ts'
import { anUpload, aPiece } from '#test/an-upload.ts'
import { aKey } from '#test/some-reports.ts'
import type { Asked } from './asked.ts'
import type { Stage } from './stage.ts'
import { idOf } from './stage.ts'

const noPhoto = 'no photo'
const nowhere = 'a'.repeat(32) as UploadId

/** What is asked of the addresses at which files arrive. */
export const ofUploads = {
  addUpload: [
    { about: 'what is no photo', address: (to, { town }) => to.addUpload(town.city), sends: () => anUpload(noPhoto) },
  ],
  askUploads: [{ address: (to, { town }) => to.addUpload(town.city) }],
  upload: [
    { about: 'that has arrived', address: async (to, stage) => to.upload(stage.town.city, await arrived(stage, null)) },
    {
      about: 'that the author sent, signed in',
      address: async (to, stage) => to.upload(stage.town.city, await arrived(stage, 'author')),
    },
    { about: 'that is on its way', address: async (to, stage) => to.upload(stage.town.city, await begun(stage, null)) },
  ],
  addPiece: [
    {
      about: 'to what a visitor sends (no photo)',
      address: async (to, stage) => to.addPiece(stage.town.city, await begun(stage, null)),
      sends: () => aPiece(noPhoto, 0),
    },
    {
      about: 'to what the author sends, signed in',
      address: async (to, stage) => to.addPiece(stage.town.city, await begun(stage, 'author')),
      sends: () => aPiece(noPhoto, 0),
    },
    {
      about: 'to nothing',
      address: (to, { town }) => to.addPiece(town.city, nowhere),
      sends: () => aPiece(noPhoto, 0),
    },
  ],
  endUpload: [
    {
      about: 'what a visitor sends',
      address: async (to, stage) => to.endUpload(stage.town.city, await begun(stage, null)),
      sends: () => ({ headers: { 'tus-resumable': '1.0.0' } }),
    },
    {
      about: 'what the author sends, signed in',
      address: async (to, stage) => to.endUpload(stage.town.city, await begun(stage, 'author')),
      sends: () => ({ headers: { 'tus-resumable': '1.0.0' } }),
    },
  ],
} as const satisfies Partial<Record<RouteKey, readonly [Asked, ...Asked[]]>>

async function begun({ town }: Stage, by: 'author' | null): Promise<UploadId> {
  const { store, mint, now } = town.here
  const id = mint.secret() as UploadId
  const person = by && idOf(town, by)
  await uploads.begin(store.of(town.city), { id, draft: aKey(), person, length: noPhoto.length }, now())
  return id
}

async function arrived(stage: Stage, by: 'author' | null): Promise<UploadId> {
  const { store, now } = stage.town.here
  const id = await begun(stage, by)
  await uploads.finish(store.of(stage.town.city), id, stage.waiting.id, now())
  return id
}
