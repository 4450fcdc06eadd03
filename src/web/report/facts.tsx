import type { Locale } from '#src/domain/locale.ts'
import { answersInWords } from '#src/domain/questions.ts'
import { isPublic } from '#src/domain/report.ts'
import { daysWaited } from '#src/domain/term.ts'
import { MapFrame, type StillOnPage } from '../map/map-frame.tsx'
import { Address } from '../ui/address.tsx'
import { AreasOfReport } from '../ui/areas-of-report.tsx'
import { Elsewhere } from '../ui/elsewhere.tsx'
import { languageOf } from '../ui/language.ts'
import { When } from '../ui/when.tsx'
import { nameOf, type ReportProps } from './outcome.tsx'

/** Where, what kind, whose: the report in a table, beside its map. */
export function Facts({ t, to, guide, clock, report, still }: ReportProps & { readonly still: StillOnPage | null }) {
  const { location, address, areas, authorName, organization, submittedAt, acceptedAt } = report
  const category = guide.categories.get(report.categoryId)
  const answers = answersInWords(category?.questions ?? [], report.answers, t.locale)
  const listOf = (filter: Record<string, string>) => `${to.reports(guide.city.id)}?${new URLSearchParams(filter)}`
  const waited = daysWaited(report.events, clock.now)
  const organizationName = nameOf(guide, organization, t)
  return (
    <aside class="stack report-facts" aria-label={t('report.facts')}>
      {location && (
        <MapFrame
          use={{ kind: 'report', point: location, status: report.status }}
          locale={t.locale}
          guide={guide}
          still={still}
        />
      )}
      <dl class="card facts" data-live-part="facts">
        <dt>{t('report.place')}</dt>
        <dd>
          <p>
            {address ? <Address t={t} address={address} /> : t(location ? 'report.place_on_map' : 'report.place_none')}
          </p>
          <AreasOfReport t={t} areas={areas} hrefOf={({ id }) => listOf({ area: id })} />
          {location && <Elsewhere t={t} point={location} />}
        </dd>
        <dt>{t('report.category')}</dt>
        <dd>{category?.name[t.locale]}</dd>
        {answers.map(({ id, label, value }) => (
          <Pair key={id} name={label} value={value} language={languageOf(value, t)} />
        ))}
        {organization && organizationName && (
          <>
            <dt>{t('report.organization')}</dt>
            <dd>
              <a href={to.organization(guide.city.id, organization)}>{organizationName}</a>
            </dd>
          </>
        )}
        <Pair
          name={t('report.author')}
          value={authorName ?? t('report.author_hidden')}
          language={languageOf(authorName ?? '', t)}
        />
        <dt>{t('report.submitted')}</dt>
        <dd>
          <When t={t} at={submittedAt} clock={clock} />
        </dd>
        {acceptedAt && (
          <>
            <dt>{t('report.accepted')}</dt>
            <dd>
              <When t={t} at={acceptedAt} clock={clock} />
            </dd>
          </>
        )}
        {waited !== null && (
          <Pair
            name={t(report.status === 'awaiting_answer' ? 'report.waiting' : 'report.waited')}
            value={t('report.waited_days', { days: waited })}
          />
        )}
      </dl>
      {isPublic(report) && (
        <p>
          <a href={to.message(guide.city.id, report.number)}>{t('message.link')}</a>
        </p>
      )}
    </aside>
  )
}

type PairProps = { readonly name: string; readonly value: string; readonly language?: Locale | undefined }

function Pair({ name, value, language }: PairProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd lang={language}>{value}</dd>
    </>
  )
}
