import type { OwnAddition } from '#src/store/additions.ts'
import type { ReportMedia } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { Photos } from '../report/photos.tsx'
import type { Paths } from '../routes.ts'
import { Notice } from '../ui/notice.tsx'
import { Said } from '../ui/said.tsx'
import { When } from '../ui/when.tsx'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly clock: Clock
  readonly number: number
  readonly own: readonly OwnAddition[]
  /** The report's files; those of an addition stand with it. */
  readonly media: readonly ReportMedia[]
  /** Something was just added. */
  readonly isSent: boolean
}

/** What the reader added and everyone does not see: what it waits for, or why a moderator declined it. */
export function OwnAdditions({ t, to, clock, number, own, media, isSent }: Props) {
  const unseen = own.filter(({ state }) => state !== 'shown')
  if (unseen.length === 0 && !isSent) return null
  return (
    <section class="card own-additions" id="additions" aria-labelledby="additions-title">
      <h2 id="additions-title">{t('addition.yours')}</h2>
      {isSent && <Notice kind="done">{t('addition.sent')}</Notice>}
      <ul>
        {unseen.map(({ seq, words, at, state, reason, note }) => (
          <li key={seq}>
            <p class="soft">
              <When t={t} at={at} clock={clock} />
            </p>
            <Said t={t} words={words} />
            <Photos
              {...{ t, to, number }}
              media={media.filter((file) => file.seq === seq).map((file) => ({ ...file, unseen: state === 'waiting' }))}
            />
            <p>
              <b>{t(`addition.state.${state}`, { reason: reason ? t(`reject.${reason}`) : '' })}</b>
            </p>
            <Said t={t} words={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}
