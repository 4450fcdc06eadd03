import type { MediaId } from '#src/domain/id.ts'
import type { Media } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type FieldsOf, text } from '../form/fields.ts'
import { thumbnail } from '../media/parts.ts'
import { Picture } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'
import { withoutField } from './act-from-form.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly files: readonly Media[]
  /** Those that may be taken out. */
  readonly offered: readonly MediaId[]
  readonly typed: FieldsOf
}

/** What was sent with a report, each file with a box to tick that its author takes it out. */
export function SentFiles({ t, to, files, offered, typed }: Props) {
  const some = files.filter(({ id }) => offered.includes(id))
  if (some.length === 0) return null
  return (
    <fieldset class="field">
      <legend>{t('acting.sent_files')}</legend>
      <p class="hint">{t('acting.sent_files_hint')}</p>
      <ul class="sent-files">
        {some.map((file, index) => (
          <li key={file.id}>
            <label class="choice">
              <input
                type="checkbox"
                name={withoutField(file.id)}
                value="yes"
                checked={text(typed, withoutField(file.id)) !== ''}
              />
              <Picture src={thumbnail(to, file)} alt="" width={64} height={64} />
              {t(`files.remove_${file.kind}`, { index: index + 1 })}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
