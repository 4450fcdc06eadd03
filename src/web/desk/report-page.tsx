import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import { isPublic } from '#src/domain/report.ts'
import { routeFor } from '#src/domain/routing.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import type { Paths } from '../routes.ts'
import { Notice } from '../ui/notice.tsx'
import { StatusPill } from '../ui/status-pill.tsx'
import type { Opened } from './opened.ts'
import { ReportFacts, ReportHead, ReportHistory } from './report-panel.tsx'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly opened: Opened
  /** Acts in the order of the table, with their forms. */
  readonly acts: readonly { readonly kind: ActKind; readonly form: ComponentChildren }[]
  /** The act whose form is open because it was refused. */
  readonly openAct: ActKind | null
  /** The act that was just done. */
  readonly done: ActKind | null
  readonly media: ComponentChildren
  readonly map: ComponentChildren
  readonly back: string
  readonly hrefOf: (number: number) => string
  /** The button that merges this report into that one; null for whoever may not. */
  readonly mergeInto: ((number: number) => ComponentChildren) | null
}

/** One report at the desk: what it is, what lies around it, what happened, and what can be done. */
export function DeskReport(props: Props) {
  const { t, to, guide, clock, opened, acts, openAct, done, media, map, back, hrefOf, mergeInto } = props
  const { report, near } = opened
  return (
    <article class="desk-report stack" aria-labelledby="report-title">
      <p>
        <a href={back} class="back">
          {t('desk.back')}
        </a>
        {isPublic(report) && (
          <>
            {' · '}
            <a href={to.report(guide.city.id, report.number)}>{t('desk.public_page')}</a>
          </>
        )}
      </p>
      {done && <Notice kind="done">{t('desk.did', { act: t(`did.${done}`).toLocaleLowerCase(t.locale) })}</Notice>}
      <h1 id="report-title">{headline(report.description)}</h1>
      <ReportHead t={t} guide={guide} clock={clock} opened={opened} />
      {report.status === 'submitted' && <Proposal t={t} guide={guide} opened={opened} />}
      {media && (
        <section aria-label={t('desk.photos')} class="stack">
          {media}
        </section>
      )}
      <section class="acts stack tight" id="acts" aria-label={t('desk.acts')}>
        {acts.length === 0 && <p class="soft">{t('desk.no_acts')}</p>}
        {acts.map(({ kind, form }) => (
          <details key={kind} name="act" id={`act-${kind}`} open={openAct === kind}>
            <summary class={primary.includes(kind) ? 'button small' : 'button quiet small'}>{t(`act.${kind}`)}</summary>
            {form}
          </details>
        ))}
      </section>
      <ReportFacts t={t} guide={guide} clock={clock} opened={opened} />
      {map}
      <section class="stack tight">
        <h2>{t('desk.near')}</h2>
        {near.length === 0 && <p class="soft">{t('desk.near_none')}</p>}
        <ul class="desk-near">
          {near.map((one) => (
            <li key={one.number}>
              <a href={hrefOf(one.number)}>
                {t('report.number', { number: one.number })} {headline(one.description)}
              </a>{' '}
              <StatusPill t={t} status={one.status} />{' '}
              <span class="soft">{t('desk.metres', { metres: one.metres })}</span>
              {one.likely && <b class="likely">{t('desk.likely')}</b>}
              {one.likely && mergeInto?.(one.number)}
            </li>
          ))}
        </ul>
      </section>
      <section class="stack tight">
        <h2>{t('desk.history')}</h2>
        <ReportHistory t={t} guide={guide} clock={clock} opened={opened} />
      </section>
    </article>
  )
}

/** What most reports need next. */
const primary: readonly ActKind[] = ['approve', 'start', 'resolve']

function Proposal({ t, guide, opened: { report } }: Pick<Props, 't' | 'guide' | 'opened'>) {
  const category = guide.categories.get(report.categoryId)
  const route = category ? routeFor(category, guide.rules) : null
  if (!category || !route) return null
  if (!route.organization) return <Notice kind="warning">{t('desk.because.no_rule')}</Notice>
  const organization = guide.organizations.get(route.organization)?.name[t.locale] ?? ''
  const group = guide.groups.find(({ id }) => id === category.group)?.name[t.locale] ?? ''
  return (
    <Notice>
      {t('desk.proposed', { organization })}, {t(`desk.because.${route.because}`, { group })}.
    </Notice>
  )
}
