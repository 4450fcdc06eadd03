import type { ComponentChildren } from 'preact'

import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import { isPublic } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import type { Paths } from '../routes.ts'
import { FormalAppeal } from './formal-appeal.tsx'
import type { Opened } from './opened.ts'
import { Opinions } from './opinions.tsx'
import { ReportFacts, ReportHistory, ReportState, ReportWords } from './report-panel.tsx'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly opened: Opened
  /** What to know before the report; above it. */
  readonly top?: ComponentChildren
  /** The way back to the list and along it. */
  readonly way?: ComponentChildren
  /** Where the addressee's copy of a formal appeal is. */
  readonly message: string
  readonly media: ComponentChildren
  readonly map: ComponentChildren
  /** What residents added since. */
  readonly additions: ComponentChildren
  readonly near?: ComponentChildren
  /** What can be done: last, because it stays in sight while the rest scrolls. */
  readonly acts: ComponentChildren
}

/** One report as those who work on it see it: all that a decision needs, side by side, and the acts in reach. */
export function StaffReport(props: Props) {
  const { t, to, guide, clock, opened, top, way, message, media, map, additions, near, acts } = props
  const { report } = opened
  return (
    <article class="staff-report" id="report" tabIndex={-1} aria-labelledby="report-title">
      <a class="to-acts" href="#acts">
        {t('desk.to_acts')}
      </a>
      {top}
      <header class="staff-head">
        <div class="staff-line">
          {way}
          <div class="live-part" data-live-part="state">
            <ReportState t={t} to={to} guide={guide} clock={clock} opened={opened} />
          </div>
        </div>
        <h1 id="report-title" lang={report.locale}>
          {headline(report.description)}
        </h1>
        <ReportWords report={report} />
        <FormalAppeal t={t} appeal={opened.appeal} message={message} />
      </header>
      {additions}
      <Opinions {...{ t, clock, opened }} />
      <div class="staff-look">
        {media}
        {map}
      </div>
      <div class="staff-look">
        <div class="live-part" data-live-part="facts">
          <ReportFacts t={t} guide={guide} clock={clock} opened={opened} />
        </div>
        {near}
      </div>
      <section class="stack tight">
        <h2>{t('desk.history')}</h2>
        <div data-live-part="history">
          <ReportHistory t={t} guide={guide} clock={clock} opened={opened} />
        </div>
      </section>
      {isPublic(report) && (
        <p>
          <a href={to.report(guide.city.id, report.number)}>{t('desk.public_page')}</a>
        </p>
      )}
      {acts}
    </article>
  )
}
