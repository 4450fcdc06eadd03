import type { Say } from '#src/text/catalogue.ts'
import { photoPart, sourceSet, thumbnail } from '../media/parts.ts'
import { Picture, useHasPictures } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'
import type { ShownMedia } from './shown-report.ts'

type PhotosProps = {
  readonly t: Say
  readonly to: Paths
  readonly number: number
  readonly media: readonly ShownMedia[]
  /** What a photo takes of the window's width, as `sizes` says it. */
  readonly sizes?: string
  /** The first one is what the page is about: it is not put off. */
  readonly first?: boolean
}

/** A report's photos and videos. A photo leads to its largest part; nothing of a video is loaded before it is played. */
export function Photos({ t, to, number, media, sizes = '(width >= 60rem) 40rem, 100vw', first = false }: PhotosProps) {
  const hasPictures = useHasPictures()
  if (media.length === 0) return null
  return (
    <ul class={`photos-of of-${media.length}`} aria-label={t('report.photos')}>
      {media.map((file, index) => (
        <li key={file.id}>
          {file.kind === 'photo' ? (
            <a href={photoPart(to, file.key, 2048)}>
              <Picture
                src={photoPart(to, file.key, 960)}
                srcset={sourceSet(to, file)}
                sizes={sizes}
                alt={t('report.photo_open', { index: index + 1, number })}
                width={file.width}
                height={file.height}
                loading={first && index === 0 ? 'eager' : 'lazy'}
                instead={<span class="photo-link">{t('report.photo_open', { index: index + 1, number })}</span>}
              />
            </a>
          ) : (
            <video
              controls
              preload="none"
              playsinline
              poster={hasPictures ? thumbnail(to, file) : undefined}
              src={to.media(file.key, file.type === 'video/webm' ? 'video.webm' : 'video.mp4')}
              width={file.width}
              height={file.height}
              aria-label={t('video.alt', { index: index + 1, number })}
            />
          )}
          {file.hidden && <p class="soft">{t(file.unseen ? 'report.photo_unseen' : 'report.photo_hidden')}</p>}
        </li>
      ))}
    </ul>
  )
}
