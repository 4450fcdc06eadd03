import type { ComponentChildren } from 'preact'

import { belowHeadline, headline } from '#src/domain/headline.ts'
import { isOpen } from '#src/domain/support.ts'
import { StopFollowing, type StopProps } from '../following/stop-following.tsx'
import type { StillOnPage } from '../map/map-frame.tsx'
import { Due } from '../ui/due.tsx'
import { StatusPill } from '../ui/status-pill.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Outcome, outcomeEvent, type ReportProps } from './outcome.tsx'
import { Photos } from './photos.tsx'
import { Support, type SupportState } from './support.tsx'

type ReportViewProps = ReportProps & {
  /** Null for a report without a place, or one that the public may not see. */
  readonly still: StillOnPage | null
  /** What only this reader is told or can do. */
  readonly panel?: ComponentChildren
  /** What this reader added, and no moderator has published. */
  readonly added?: ComponentChildren
  readonly support: SupportState
  /** By what this reader follows the report; null when they do not. */
  readonly follows: StopProps | null
}

/** One report: what it came to first, then the problem, then how it went. */
export function ReportView(props: ReportViewProps) {
  const { t, to, guide, clock, report, panel, added, support, follows } = props
  const { number, description } = report
  return (
    <article class="report-page" aria-labelledby="title">
      <header class="report-head">
        <p class="soft">
          <a href={to.reports(guide.city.id)}>{t('nav.reports')}</a> · {t('report.number', { number })}
        </p>
        <h1 id="title" lang={report.locale}>
          {headline(description)}
        </h1>
        <div class="report-state" data-live-part="state">
          <StatusPill t={t} status={report.status} /> <Due {...{ t, report, city: guide.city, now: clock.now }} />
          {follows && <StopFollowing {...{ t, to, number, follows }} />}
          {support !== 'author' && !follows && (
            <a class="button quiet small" rel="nofollow" href={`${to.showFollow(guide.city.id)}?report=${number}`}>
              {t('follow.link')}
            </a>
          )}
        </div>
      </header>
      <div class="stack report-main">
        <div class="live-part" data-live-part="outcome">
          <Outcome {...props} />
        </div>
        {panel}
        <div class="live-part" data-live-part="problem">
          <Problem {...props} />
        </div>
        <div class="live-part" data-live-part="support">
          <Support {...{ t, to, report }} city={guide.city.id} state={support} />
        </div>
        {added}
        <div class="live-part" data-live-part="add">
          <AddMore {...props} />
        </div>
        <div class="live-part" data-live-part="history">
          <History {...props} />
        </div>
      </div>
      <Facts {...props} />
    </article>
  )
}

/** The way to add to a report while somebody works on it. */
function AddMore({ t, to, guide, report }: ReportProps) {
  if (!isOpen(report) || report.status === 'submitted') return null
  return (
    <p>
      <a data-along class="button quiet" href={to.addition(guide.city.id, report.number)}>
        {t('addition.add')}
      </a>
    </p>
  )
}

/** What the author sent, beyond the headline. */
function Problem({ t, to, report }: ReportProps) {
  const { number, description, locale } = report
  const toldLater = new Set(
    report.events.filter(({ act }) => act !== 'submitted' && act !== 'revise').map(({ seq }) => seq),
  )
  const media = report.media.filter(({ seq }) => !toldLater.has(seq))
  const paragraphs = paragraphsOf(belowHeadline(description))
  if (media.length === 0 && paragraphs.length === 0) return null
  return (
    <section class="stack tight" aria-labelledby="problem">
      <h2 id="problem" class="hidden-words">
        {t('report.problem')}
      </h2>
      <Photos {...{ t, to, number, media }} first={outcomeEvent(report) === undefined} />
      {paragraphs.map((paragraph, index) => (
        <p key={index} class="said" lang={locale}>
          {paragraph}
        </p>
      ))}
    </section>
  )
}

function paragraphsOf(words: string): readonly string[] {
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}
