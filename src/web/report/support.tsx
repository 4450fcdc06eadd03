import type { CityId } from '#src/domain/id.ts'
import { isOpen } from '#src/domain/support.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import type { ShownReport } from './shown-report.ts'

/** How the reader stands to the report; `asked` is on the way back from signing in to support it. */
export type SupportState = 'author' | 'open' | 'asked' | 'supports'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly city: CityId
  readonly report: Pick<ShownReport, 'number' | 'status' | 'supporters'>
  readonly state: SupportState
}

/** How many a problem concerns, and the button of one more. Nothing when there is nothing to say and nobody to join. */
export function Support({ t, to, city, report, state }: Props) {
  const { number, supporters } = report
  const canJoin = isOpen(report) && report.status !== 'submitted' && state !== 'author'
  if (!canJoin && supporters === 0) return null
  return (
    <section id="support" class="card support" aria-label={t('support.title')}>
      {supporters > 0 && (
        <p>
          <b>{t('support.count', { count: supporters })}</b>
        </p>
      )}
      {state === 'supports' && <p>{t('support.yours')}</p>}
      {state === 'asked' && canJoin && <p role="status">{t('support.asked')}</p>}
      {(canJoin || state === 'supports') && (
        <form method="post" action={to.supportReport(city, number)} class="acts">
          {state === 'supports' ? (
            <button type="submit" class="button quiet small" name="stop" value="yes">
              {t('support.stop')}
            </button>
          ) : (
            <>
              <button type="submit" class="button quiet">
                {t('support.do')}
              </button>
              <span class="soft">{t('support.hint')}</span>
            </>
          )}
        </form>
      )}
    </section>
  )
}
