import type { Recorded } from '#src/store/events.ts'
import type { ReportMedia } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import { photoPart, thumbnail } from '../media/parts.ts'
import { Picture, useHasPictures } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly number: number
  readonly media: readonly ReportMedia[]
  /** What happened to the report, to say with which step a file came later. */
  readonly events?: readonly Recorded[]
  /** Added to the addresses of files, for a reader who shows a private link instead of a session. */
  readonly pass?: string
  /** The form that hides or shows one, where the reader may. */
  readonly moderate?: (file: ReportMedia) => preact.ComponentChildren
}

/** A report's photos and videos as staff see them, hidden ones marked. */
export function ReportMediaList({ t, to, number, media, events = [], pass = '', moderate }: Props) {
  const hasPictures = useHasPictures()
  if (media.length === 0) return null
  return (
    <ul class="staff-media" aria-label={t('report.photos')}>
      {media.map((file, index) => (
        <li key={file.id} class={file.hidden && !file.unseen ? 'is-hidden' : undefined}>
          {file.kind === 'photo' ? (
            <a href={photoPart(to, file.key, 2048) + pass} target="_blank" rel="noreferrer">
              <Picture
                src={photoPart(to, file.key, 960) + pass}
                alt={t('report.photo_open', { index: index + 1, number })}
                width={file.width}
                height={file.height}
                loading={index === 0 ? 'eager' : 'lazy'}
                instead={<span class="photo-link">{t('report.photo_open', { index: index + 1, number })}</span>}
              />
            </a>
          ) : (
            <video
              controls
              preload="none"
              poster={hasPictures ? thumbnail(to, file) + pass : undefined}
              src={to.media(file.key, file.type === 'video/webm' ? 'video.webm' : 'video.mp4') + pass}
              width={file.width}
              height={file.height}
              aria-label={t('video.alt', { index: index + 1, number })}
            />
          )}
          {cameWith(t, events, file)}
          {file.unseen && <p class="late">{t('addition.unchecked')}</p>}
          {file.hidden && !file.unseen && <p class="soft">{t('desk.photo_hidden')}</p>}
          {moderate?.(file)}
        </li>
      ))}
    </ul>
  )
}

/** An answer's photo, or a result's, among those that the report was sent with. */
function cameWith(t: Say, events: readonly Recorded[], { seq }: ReportMedia) {
  const event = events.find((one) => one.seq === seq)
  if (event?.kind !== 'moved' || event.act.kind === 'revise') return null
  return <p class="soft">{t(`did.${event.act.kind}`)}</p>
}
