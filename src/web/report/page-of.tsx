import type { ComponentChildren } from 'preact'

import { headline } from '#src/domain/headline.ts'
import type { Context, PageContent } from '../context.ts'
import { ReportView } from './report-view.tsx'
import type { ShownReport } from './shown-report.ts'
import type { SupportState } from './support.tsx'

/** As much as a search engine or a messenger shows of a page. */
const longestDescription = 160

/** A report's page, with what only its reader is told. */
export function pageOf(
  { guide, now, t, to }: Context<'report' | 'moveReport'>,
  report: ShownReport,
  { panel, support }: { readonly panel?: ComponentChildren; readonly support: SupportState },
): PageContent {
  const { number, description } = report
  const clock = { timeZone: guide.city.timeZone, now }
  return {
    title: t('report.page', { number, headline: headline(description) }),
    description: headline(description, longestDescription),
    here: 'reports',
    body: <ReportView {...{ t, to, guide, clock, report, panel, support }} />,
    islands: ['map'],
  }
}
