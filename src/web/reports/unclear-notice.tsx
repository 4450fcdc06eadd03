import type { Say } from '#src/text/catalogue.ts'
import { Notice } from '../ui/notice.tsx'
import type { Unclear } from './unclear.ts'

type NoticeProps = {
  readonly t: Say
  readonly unclear: readonly Unclear[]
  /** How the page calls the two ends of its period, where it is not as the list of reports does. */
  readonly from?: string
  readonly to?: string
}

/** Says which conditions a page was asked for and does not follow. */
export function UnclearNotice({ t, unclear, from = t('reports.from'), to = t('reports.to') }: NoticeProps) {
  if (unclear.length === 0) return null
  const labels = {
    ...{ from, to, status: t('reports.status'), category: t('reports.category'), overdue: t('reports.overdue') },
    ...{ organization: t('reports.organization'), area: t('area.label'), trait: t('reports.trait') },
  }
  const unknown = unclear.flatMap((name) =>
    name === 'order' ? [] : [t('reports.chip_words', { words: labels[name] })],
  )
  return (
    <Notice kind="warning">
      {unknown.length > 0 && <p>{t('reports.unclear', { filters: unknown.join(', ') })}</p>}
      {unclear.includes('order') && <p>{t('reports.turned')}</p>}
    </Notice>
  )
}
