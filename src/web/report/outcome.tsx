import type { Guide } from '#src/domain/guide.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { closingOf } from '#src/domain/opinion.ts'
import type { PublicEvent } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { statusLook } from '../map/status-look.ts'
import { opinionWords } from '../opinion/opinion-words.ts'
import type { Paths } from '../routes.ts'
import { Said } from '../ui/said.tsx'
import { When } from '../ui/when.tsx'
import { reasonWords, untilWords } from './event-words.ts'
import { Photos } from './photos.tsx'
import type { ShownReport } from './shown-report.ts'

export type ReportProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly report: ShownReport
}

/** What a report came to, for who reads nothing else: the result, the reason, the date or the other report. */
export function Outcome(props: ReportProps) {
  const { t, report } = props
  switch (report.status) {
    case 'resolved':
      return (
        <FromEvent {...props} title={t('report.result')} event={last(report, 'resolve')}>
          {report.confirmed && <p>{t('report.confirmed')}</p>}
          <Opinions {...props} />
        </FromEvent>
      )
    case 'not_resolved':
      return (
        <FromEvent {...props} title={t('report.why_not')} event={last(report, 'decline')}>
          <Opinions {...props} />
        </FromEvent>
      )
    case 'postponed': {
      const event = last(report, 'postpone')
      return <FromEvent {...props} title={event ? untilWords(props, event) : t('status.postponed')} event={event} />
    }
    case 'merged':
      return <Merged {...props} />
    default:
      return null
  }
}

/** What those say of this answer whom the report concerns: always with how many said anything. */
function Opinions({ t, report }: ReportProps) {
  const closing = outcomeEvent(report)
  const counted = report.opinions.find(({ seq }) => seq === closing?.seq)
  const act = closingOf(report.status)
  // When the author alone has spoken, that is said already.
  if (!act || !counted || (counted.all === 1 && report.confirmed)) return null
  return <p>{opinionWords(act, counted, t)}</p>
}

type FromEventProps = ReportProps & {
  readonly title: string
  readonly event: PublicEvent | undefined
  readonly children?: preact.ComponentChildren
}

function FromEvent(props: FromEventProps) {
  const { t, to, guide, clock, report, title, event, children } = props
  if (!event) return null
  const reason = reasonWords(t, event)
  return (
    <section class={`outcome ${statusLook(report.status)}`} aria-labelledby="outcome">
      <h2 id="outcome">{title}</h2>
      {reason && (
        <p>
          <b>{reason}</b>
        </p>
      )}
      <Said t={t} words={event.body.note} />
      <Photos t={t} to={to} number={report.number} media={report.media.filter(({ seq }) => seq === event.seq)} />
      <p class="soft">
        {nameOf(guide, event.organization, t)}
        {event.organization && ' · '}
        <When t={t} at={event.at} clock={clock} />
      </p>
      {children}
    </section>
  )
}

function Merged({ t, to, guide, report }: ReportProps) {
  const main = report.mergedIntoNumber
  if (main === null) return null
  return (
    <section class={`outcome ${statusLook('merged')}`} aria-labelledby="outcome">
      <h2 id="outcome">{t('report.merged', { number: main })}</h2>
      <p>{t('report.merged_text')}</p>
      <p>
        <a class="button small" href={to.report(guide.city.id, main)}>
          {t('report.merged_open', { number: main })}
        </a>
      </p>
    </section>
  )
}

/** The event that the outcome is told from. */
export function outcomeEvent(report: ShownReport): PublicEvent | undefined {
  if (report.status === 'resolved') return last(report, 'resolve')
  if (report.status === 'not_resolved') return last(report, 'decline')
  return report.status === 'postponed' ? last(report, 'postpone') : undefined
}

function last({ events }: ShownReport, act: PublicEvent['act']): PublicEvent | undefined {
  return events.findLast((event) => event.act === act)
}

/** As the city calls it; empty for one that the city no longer names. */
export function nameOf({ organizations }: Guide, id: OrganizationId | null, { locale }: Say): string {
  return (id && organizations.get(id)?.name[locale]) ?? ''
}
