import type { ComponentChildren } from 'preact'

import type { Locale } from '#src/domain/locale.ts'
import type { Status } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import { Picture } from '../pictures/picture.tsx'
import { type StillAddresses, stillSizes } from '../still/addresses.ts'
import { StatusPill } from './status-pill.tsx'

type ReportCardProps = {
  readonly t: Say
  readonly href: string
  readonly status: Status
  readonly headline: string
  /** The language of the headline, where it is not the page's. */
  readonly language: Locale | undefined
  /** Place and age, in that order. */
  readonly children: ComponentChildren
  /** Address of the smallest picture; null shows that there is none. */
  readonly photo: string | null
  /** The place as a picture, for a report without a photo. */
  readonly still?: StillAddresses | null
  /** The level of the heading fits under the page's own. */
  readonly level?: 2 | 3
}

/** A report in a list: the problem in the resident's words first, then where and when. */
export function ReportCard({
  t,
  href,
  status,
  headline,
  language,
  children,
  photo,
  still,
  level = 3,
}: ReportCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const none = <span class="photo no-photo">{t('photo.none')}</span>
  return (
    <article class="card report">
      {photo ? (
        <Picture
          class="photo"
          src={photo}
          width={88}
          height={88}
          loading="lazy"
          instead={<span class="photo no-photo">{t('photo.left_out')}</span>}
        />
      ) : still ? (
        <Picture
          class="photo"
          src={still.light}
          dark={still.dark}
          {...stillSizes.small}
          loading="lazy"
          instead={none}
        />
      ) : (
        none
      )}
      <div>
        <StatusPill t={t} status={status} />
        <Heading class="headline">
          <a href={href} lang={language}>
            {headline}
          </a>
        </Heading>
        <p class="soft">{children}</p>
      </div>
    </article>
  )
}
