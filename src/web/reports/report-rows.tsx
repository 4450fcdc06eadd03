import { headline } from '#src/domain/headline.ts'
import type { CityId } from '#src/domain/id.ts'
import type { Listed } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { thumbnail } from '../media/parts.ts'
import type { Paths } from '../routes.ts'
import { stillAddresses } from '../still/addresses.ts'
import { ReportCard } from '../ui/report-card.tsx'
import { When } from '../ui/when.tsx'

type RowsProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: CityId
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
        {reports.map(({ number, status, description, address, location, submittedAt, photo }) => (
          <li key={number} data-report={number}>
            <ReportCard
              t={t}
              href={to.report(city, number)}
              status={status}
              headline={headline(description)}
              photo={photo && thumbnail(to, photo)}
              still={location && stillAddresses(to, city, number, 'small')}
              level={level}
            >
              {address && `${address} · `}
              <When t={t} at={submittedAt} clock={clock} />
            </ReportCard>
          </li>
        ))}
      </ul>
      {shown && <p class="soft">{t('map.still_sources', { sources: streets })}</p>}
    </>
  )
}
