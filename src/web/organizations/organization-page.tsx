import type { Organization } from '#src/domain/organization.ts'
import { statusesAtWork } from '#src/domain/report.ts'
import type { Listed } from '#src/store/public-reports.ts'
import type { Clock } from '#src/text/time.ts'
import { type Asked, nothingAsked, queryOf } from '../reports/filter-from-query.ts'
import { ReportRows } from '../reports/report-rows.tsx'
import { listQueryOf, queryOfFigures } from '../stats/asked-figures.ts'
import { FigureCards } from '../stats/figure-cards.tsx'
import { Months, Speed, type StatsPageProps } from '../stats/stats-page.tsx'
import { answersFor } from './answers-for.ts'

type Props = StatsPageProps & {
  readonly organization: Organization
  readonly clock: Clock
  /** The newest of them. */
  readonly overdue: readonly Listed[]
  readonly open: readonly Listed[]
  /** Whose streets the pictures of places show. */
  readonly streets: string
}

/** An organization as residents meet it: what is theirs to do, what they did of late, and whom they have not answered. */
export function OrganizationPage(props: Props) {
  const { t, to, guide, organization, asked, period, today, figures, overdue, open } = props
  const { city } = guide
  const duties = answersFor(t, guide, organization.id)
  const list = (more: Partial<Asked>) => `${to.reports(city.id)}?${queryOf({ ...nothingAsked, ...more })}`
  return (
    <div class="stack stats-page">
      <header class="stack tight">
        <p class="soft">
          <a href={to.organizations(city.id)}>{t('organizations.title')}</a>
        </p>
        <h1 class="organization-name">{organization.name[t.locale]}</h1>
        <p>
          <a
            class="button quiet small"
            rel="nofollow"
            href={`${to.showFollow(city.id)}?${queryOf({ ...nothingAsked, organization: organization.id })}`}
          >
            {t('follow.link')}
          </a>
        </p>
      </header>
      <section class="stack tight" aria-labelledby="duties">
        <h2 id="duties">{t('organizations.answers_for')}</h2>
        {duties.length > 0 ? (
          <ul class="duties">
            {duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        ) : (
          <p>{t('organizations.answers_for_nothing')}</p>
        )}
      </section>
      <section class="stack tight" aria-labelledby="recently">
        <h2 id="recently">{t('organizations.recently')}</h2>
        <FigureCards
          {...{ t, today }}
          figures={figures.whole}
          listOf={(more) => `${to.reports(city.id)}?${listQueryOf(asked, period, more)}`}
        />
        <p>
          <a href={`${to.stats(city.id)}?${queryOfFigures(asked)}`}>{t('organizations.all_figures')}</a>
        </p>
      </section>
      <Some {...props} id="overdue" reports={overdue} all={list({ organization: organization.id, overdue: today })} />
      <Some
        {...props}
        id="open"
        reports={open}
        all={list({ organization: organization.id, statuses: statusesAtWork })}
      />
      {figures.whole.came > 0 && (
        <>
          <Speed {...props} />
          <Months {...props} />
        </>
      )}
      <p>
        <a class="button quiet small" href={list({ organization: organization.id })}>
          {t('organizations.all_reports')}
        </a>
      </p>
    </div>
  )
}

type SomeProps = Props & { readonly id: 'overdue' | 'open'; readonly reports: readonly Listed[]; readonly all: string }

function Some({ t, to, guide, clock, streets, id, reports, all }: SomeProps) {
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>{t(`organizations.${id}`)}</h2>
      {reports.length > 0 ? (
        <>
          <ReportRows {...{ t, to, clock, reports, streets }} city={guide.city} />
          <p>
            <a href={all}>{t('organizations.see_all')}</a>
          </p>
        </>
      ) : (
        <p class="soft">{t(`organizations.no_${id}`)}</p>
      )}
    </section>
  )
}
