import type { CityId, DraftKey, MediaId } from '#src/domain/id.ts'
import type { Media } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import { Picture } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'
import { type ShownFile, shownFile } from '../uploads/shown-file.ts'
import type { PhotoSettings } from './photo-settings.ts'
import { photoWords } from './photo-words.ts'

export type PhotoFieldProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: CityId
  /** The form's own key, under which its files wait. */
  readonly formKey: DraftKey
  /** Files that wait under the key already. */
  readonly files: readonly Media[]
  readonly most: number
  readonly problem?: string | undefined
}

/** What browsers offer to pick from. The server decides by content, whatever a file calls itself. */
const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,video/mp4,video/quicktime,video/webm'

/**
 * Photos and videos of any form that carries a `key`: those already there, each with its way out, and a place for more.
 * Without a script the files travel with the form (`files`, `remove`: see `takeFiles`); with the island `photo-field`
 * they are shrunk and sent at once, and `media` names them.
 */
export function PhotoField({ t, to, city, formKey, files, most, problem }: PhotoFieldProps) {
  const described = problem ? 'files-hint files-problem' : 'files-hint'
  return (
    <div
      class="photo-field"
      data-photo-field={JSON.stringify(settingsFrom(to, city, most))}
      data-words={JSON.stringify(photoWords(t.locale, most))}
    >
      <ul class="photos" aria-label={t('files.list')}>
        {files.map((file, index) => (
          <PhotoItem key={file.id} t={t} file={shownFile(to, file, formKey)} index={index + 1} />
        ))}
      </ul>
      <div class="photo-add" data-photo-add>
        <label for="files">{t('files.add')}</label>
        <input
          id="files"
          type="file"
          name="files"
          accept={accepted}
          multiple
          aria-describedby={described}
          aria-invalid={problem ? true : undefined}
        />
      </div>
      <button type="button" class="button quiet small" data-take-photo hidden>
        {t('files.take_photo')}
      </button>
      {problem && (
        <p class="error" id="files-problem">
          {problem}
        </p>
      )}
      <p class="soft" id="files-hint">
        {t('files.hint', { most })}
      </p>
      <p class="notice warning" data-not-kept hidden>
        {t('files.not_kept')}
      </p>
      <div class="notice" data-photo-place hidden>
        <p>{t('files.place')}</p>
        <p class="acts">
          <button type="button" class="button small" data-place-yes>
            {t('files.place_yes')}
          </button>
          <button type="button" class="button quiet small" data-place-no>
            {t('files.place_no')}
          </button>
        </p>
      </div>
      <p class="hidden-words" role="status" data-photo-said />
    </div>
  )
}

/** One file that has arrived. */
function PhotoItem({ t, file, index }: { readonly t: Say; readonly file: ShownFile; readonly index: number }) {
  const { id, kind, thumbnail } = file
  const name = t(`files.${kind}`, { index })
  return (
    <li class="photo-item" data-media={id}>
      <Picture src={thumbnail} alt={name} width={96} height={96} instead={<span class="photo-blank">{name}</span>} />
      <input type="hidden" name="media" value={id} />
      <button
        type="submit"
        class="photo-remove"
        name="remove"
        value={id}
        aria-label={t(`files.remove_${kind}`, { index })}
      >
        ✕
      </button>
    </li>
  )
}

function settingsFrom(to: Paths, city: CityId, most: number): PhotoSettings {
  const hole = '00000000-0000-0000-0000-000000000000' as MediaId
  return { add: to.addUpload(city), remove: to.removeUpload(city, hole).replace(hole, '{media}'), most }
}
