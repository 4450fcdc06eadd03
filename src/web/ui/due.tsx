import type { City } from '#src/domain/city.ts'
import type { Report } from '#src/domain/report.ts'
import { isOverdue, standsStill } from '#src/domain/term.ts'
import type { Say } from '#src/text/catalogue.ts'
import { dayInWords, timeLeftInWords } from '#src/text/time.ts'

type DueProps = {
  readonly t: Say
  readonly report: Pick<Report, 'status' | 'statusSince' | 'answerDue'>
  readonly city: City
  readonly now: Temporal.Instant
  /** Leaves out the day itself. */
  readonly brief?: boolean
}

/** Until when an answer is due and how much time is left, or by how many days it is late. Nothing where none is awaited. */
export function Due({ t, report, city, now, brief = false }: DueProps) {
  const { answerDue: due } = report
  if (!due) return null
  const clock = { timeZone: city.timeZone, now }
  const left = timeLeftInWords(due, clock, t)
  const day = dayInWords(due, clock, t)
  if (isOverdue(report, now, city))
    return (
      <>
        <b class="due late">{left}</b> {!brief && <span class="due">{t('due.was', { day })}</span>}
      </>
    )
  if (standsStill(report, city)) return <span class="due">{t('due.stands')}</span>
  return (
    <span class="due">
      {!brief && `${t('due.until', { day })}, `}
      {left}
    </span>
  )
}
