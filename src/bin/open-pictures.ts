import { type MakeMessage, messagesFrom } from '#src/message/make-message.ts'
import type { Means } from '#src/operations/means.ts'
import { type Basemaps, basemapsIn } from '#src/outside/basemap/basemaps.ts'
import { rasterise } from '#src/outside/media/rasterise.ts'
import { placePictures } from '#src/web/still/place-picture.ts'
import { type Stills, stillsIn } from '#src/web/still/stills.ts'
import { addressesAt } from './addresses.ts'

/** What is drawn of places and reports: pages and letters show the same. */
export function openPictures(
  { store, files, now }: Means,
  origin: string,
): { readonly basemaps: Basemaps; readonly stills: Stills; readonly message: MakeMessage } {
  const basemaps = basemapsIn(files)
  const stills = stillsIn(files, rasterise)
  const placePicture = placePictures(files, basemaps, stills, now)
  const message = messagesFrom({ store, files, pageOf: addressesAt(origin).report, placePicture })
  return { basemaps, stills, message }
}
