import type { Area } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Report } from '#src/domain/report.ts'
import type { Route } from '#src/domain/routing.ts'
import type { Say } from '#src/text/catalogue.ts'

type Props = {
  readonly t: Say
  readonly guide: Guide
  readonly report: Report
  readonly areas: readonly Area[]
  /** What the city's rules propose for it; null when its category is gone. */
  readonly route: Route | null
}

/** Who will answer for the report if it is accepted as it is, and why; or what keeps it from being accepted so. */
export function Proposal({ t, guide, report, areas, route }: Props) {
  const category = guide.categories.get(report.categoryId)
  const organization = route?.organization && guide.organizations.get(route.organization)?.name[t.locale]
  const area = route?.organization ? areas.find(({ id }) => id === route.area)?.name[t.locale] : undefined
  const group = guide.groups.find(({ id }) => id === category?.group)?.name[t.locale] ?? ''
  return (
    <div class="proposal">
      {route && organization ? (
        <p>
          {t('desk.proposed')} <b>{organization}</b>{' '}
          <span class="soft">
            {t(area ? `desk.because.${route.because}_in_area` : `desk.because.${route.because}`, {
              group,
              category: category?.name[t.locale] ?? '',
              area: area ?? '',
            })}
          </span>
        </p>
      ) : (
        <p class="late">{t('desk.because.no_rule')}</p>
      )}
      {!report.location && <p class="late">{t('acting.place_missing')}</p>}
    </div>
  )
}
