import type { Guide } from '#src/domain/guide.ts'
import type { Report } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import { proposalFor } from '../acts/proposal-for.ts'

type Props = { readonly t: Say; readonly guide: Guide; readonly report: Report }

/** Who will answer for the report if it is accepted as it is, and why; or what keeps it from being accepted so. */
export function Proposal({ t, guide, report }: Props) {
  const route = proposalFor(report, guide)
  const category = guide.categories.get(report.categoryId)
  const organization = route?.organization && guide.organizations.get(route.organization)?.name[t.locale]
  const group = guide.groups.find(({ id }) => id === category?.group)?.name[t.locale] ?? ''
  return (
    <div class="proposal">
      {route && organization ? (
        <p>
          {t('desk.proposed')} <b>{organization}</b>{' '}
          <span class="soft">
            {t(`desk.because.${route.because}`, { group, category: category?.name[t.locale] ?? '' })}
          </span>
        </p>
      ) : (
        <p class="late">{t('desk.because.no_rule')}</p>
      )}
      {!report.location && <p class="late">{t('acting.place_missing')}</p>}
    </div>
  )
}
