import type { DraftKey, MediaId } from '#src/domain/id.ts'
import type { Media } from '#src/store/media.ts'
import type { Paths } from '../routes.ts'

/** A waiting file as its sender sees it. */
export type ShownFile = { readonly id: MediaId; readonly kind: Media['kind']; readonly thumbnail: string }

/** The form's key in the address is what permits to look at a file that no report has yet. */
export function shownFile(to: Paths, { id, key, kind }: Pick<Media, 'id' | 'key' | 'kind'>, form: DraftKey): ShownFile {
  return { id, kind, thumbnail: `${to.media(key, smallest[kind])}?draft=${form}` }
}

/** The part of each kind that a thumbnail is made of. */
const smallest = { photo: '320.webp', video: 'poster.webp' } as const
