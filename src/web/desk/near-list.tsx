import type { ComponentChildren } from 'preact'

import { headline } from '#src/domain/headline.ts'
import { isPublic } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { thumbnail } from '../media/parts.ts'
import { Picture } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'
import { languageOf } from '../ui/language.ts'
import { StatusPill } from '../ui/status-pill.tsx'
import { When } from '../ui/when.tsx'
import type { Neighbour } from './opened.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly clock: Clock
  /** What is likely the same is unfolded. */
  readonly near: readonly Neighbour[]
  readonly hrefOf: (number: number) => string
  /** The form that merges the open report into one of these; null for who may not. */
  readonly mergeInto: ((main: Neighbour) => ComponentChildren) | null
}

/** Reports around the open one, which may be about the same thing: enough of each to compare, and to merge with it. */
export function NearList({ t, to, clock, near, hrefOf, mergeInto }: Props) {
  return (
    <section class="stack tight" aria-labelledby="near">
      <h2 id="near">{t('desk.near')}</h2>
      {near.length === 0 && <p class="soft">{t('desk.near_none')}</p>}
      <ul class="near-list">
        {near.map((one) => (
          <li key={one.number}>
            {one.photo && <Picture src={thumbnail(to, one.photo)} width={56} height={56} loading="lazy" />}
            <div>
              <p>
                <a href={hrefOf(one.number)} lang={languageOf(one.description, t, one.locale)}>
                  {headline(one.description)}
                </a>
              </p>
              <p class="soft">
                {t('desk.metres', { metres: one.metres })} · {t('report.number', { number: one.number })} ·{' '}
                <When t={t} at={one.submittedAt} clock={clock} />
              </p>
              <p>
                <StatusPill t={t} status={one.status} />
              </p>
              {mergeInto && isPublic(one) && (
                <details open={one.likely}>
                  <summary class={one.likely ? 'likely' : undefined}>
                    {t(one.likely ? 'desk.likely' : 'desk.same')}
                  </summary>
                  <p class="said" lang={languageOf(one.description, t, one.locale)}>
                    {one.description}
                  </p>
                  {mergeInto(one)}
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
