import type { City } from '#src/domain/city.ts'
import { headline } from '#src/domain/headline.ts'
import { isOverdue } from '#src/domain/term.ts'
import type { Listed } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { thumbnail } from '../media/parts.ts'
import type { Paths } from '../routes.ts'
import { stillAddresses } from '../still/addresses.ts'
import { Address } from '../ui/address.tsx'
import { Due } from '../ui/due.tsx'
import { languageOf } from '../ui/language.ts'
import { ReportCard } from '../ui/report-card.tsx'
import { When } from '../ui/when.tsx'

type RowsProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: City
  readonly clock: Clock
  readonly reports: readonly Listed[]
  /** Whose streets the pictures of places show; empty where they show none. */
  readonly streets: string
  /** The level of the headings fits under the page's own. */
  readonly level?: 2 | 3
}

/** Public reports as cards, in the order given. */
export function ReportRows({ t, to, city, clock, reports, streets, level = 3 }: RowsProps) {
  const shown = streets && reports.some(({ photo, location }) => !photo && location)
  return (
    <>
      <ul class="report-rows">
        {reports.map((report) => (
          <li key={report.number} data-report={report.number}>
            <ReportCard
              t={t}
              href={to.report(city.id, report.number)}
              status={report.status}
              headline={headline(report.description)}
              language={languageOf(report.description, t, report.locale)}
              photo={report.photo && thumbnail(to, report.photo)}
              still={report.location && stillAddresses(to, city.id, report.number, 'small')}
              level={level}
            >
              {report.address && (
                <>
                  <Address t={t} address={report.address} /> ·{' '}
                </>
              )}
              <When t={t} at={report.submittedAt} clock={clock} />
              {isOverdue(report, clock.now, city) && (
                <>
                  {' · '}
                  <Due {...{ t, report, city, now: clock.now }} brief />
                </>
              )}
            </ReportCard>
          </li>
        ))}
      </ul>
      {shown && <p class="soft">{t('map.still_sources', { sources: streets })}</p>}
    </>
  )
}
