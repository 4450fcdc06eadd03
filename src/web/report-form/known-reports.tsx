import { headline } from '#src/domain/headline.ts'
import type { CityId } from '#src/domain/id.ts'
import type { OpenReport } from '#src/store/known-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { thumbnail } from '../media/parts.ts'
import type { Paths } from '../routes.ts'
import { Address } from '../ui/address.tsx'
import { languageOf } from '../ui/language.ts'
import { ReportCard } from '../ui/report-card.tsx'
import { When } from '../ui/when.tsx'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly city: CityId
  readonly clock: Clock
  readonly known: readonly OpenReport[]
}

/** What may be reported already: each can be joined, which ends the form; or none of them is it, and the form goes on. */
export function KnownReports({ t, to, city, clock, known }: Props) {
  return (
    <section class="known-reports notice" aria-labelledby="known-title" tabIndex={-1} data-known-list>
      <h2 id="known-title">{t('known.title')}</h2>
      <p>{t('known.lead')}</p>
      <ul class="report-rows">
        {known.map(({ number, status, description, locale, address, submittedAt, metres, photo, supporters }) => (
          <li key={number}>
            <input type="hidden" name="seen" value={number} />
            <ReportCard
              t={t}
              href={to.report(city, number)}
              status={status}
              headline={headline(description)}
              language={languageOf(description, t, locale)}
              photo={photo && thumbnail(to, photo)}
            >
              {t('known.metres', { metres })} ·{' '}
              {address && (
                <>
                  <Address t={t} address={address} /> ·{' '}
                </>
              )}
              <When t={t} at={submittedAt} clock={clock} />
              {supporters > 0 && ` · ${t('known.supporters', { count: supporters })}`}
            </ReportCard>
            <button
              type="submit"
              class="button small"
              name="joins"
              value={number}
              formaction={to.supportReport(city, number)}
              formenctype="application/x-www-form-urlencoded"
              formnovalidate
            >
              {t('known.same')}
              <span class="hidden-words"> {t('report.number', { number })}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button quiet small" data-known-other hidden>
        {t('known.other')}
      </button>
    </section>
  )
}
