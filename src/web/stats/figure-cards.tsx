import type { ComponentChildren } from 'preact'

import { answeredIn, daysUntil, declinedIn, type Figures, fewest, isFew } from '#src/domain/figures.ts'
import { statusesAtWork } from '#src/domain/report.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import type { Asked } from '../reports/filter-from-query.ts'
import { percent } from './charts.tsx'

type CardsProps = {
  readonly t: Say
  readonly figures: Figures
  /** The day in the city. */
  readonly today: string
  /** Where the reports behind a figure are. */
  readonly listOf: (more: Partial<Asked>) => string
}

/** What some reports came to in short: each figure leads to its reports and says what it means. */
export function FigureCards({ t, figures, today, listOf }: CardsProps) {
  const { came, resolved, open, overdue, merged, late } = figures
  const answered = answeredIn(figures)
  const few = isFew(figures)
  const of = (part: number, whole: number) => (few || part === 0 ? null : percent(part / whole, t))
  const card = (name: Name, count: number, more: Partial<Asked>, share: string | null = null) => (
    <Card {...{ t, name, share }}>
      <Linked {...{ t, name, count }} href={listOf(more)} />
    </Card>
  )
  return (
    <>
      {few && <p class="notice">{t('figures.few', { fewest })}</p>}
      <ul class="figure-cards">
        {card('came', came, {})}
        {card('answered', answered, { statuses: ['resolved', 'not_resolved'] }, of(answered, came))}
        {card('resolved', resolved, { statuses: ['resolved'] }, of(resolved, came))}
        {card('declined', declinedIn(figures), { statuses: ['not_resolved'] }, of(declinedIn(figures), came))}
        {card('open', open, { statuses: statusesAtWork }, of(open, came))}
        {card('overdue', overdue, { overdue: today }, of(overdue, came))}
        {card('late', late, { trait: 'late' }, of(late, answered))}
        {card('merged', merged, { statuses: ['merged'] }, of(merged, came))}
        {!few && (
          <>
            <DaysCard t={t} name="median" days={daysUntil(0.5, figures.spans)} />
            <DaysCard t={t} name="ninth" days={daysUntil(0.9, figures.spans)} />
          </>
        )}
        <Satisfied {...{ t, figures, listOf }} />
      </ul>
    </>
  )
}

type Name =
  | 'came'
  | 'answered'
  | 'resolved'
  | 'declined'
  | 'open'
  | 'overdue'
  | 'late'
  | 'merged'
  | 'median'
  | 'ninth'
  | 'satisfied'

type CardProps = {
  readonly t: Say
  readonly name: Name
  readonly share?: string | null
  readonly children: ComponentChildren
}

function Card({ t, name, share, children }: CardProps) {
  return (
    <li class={`card figure-card about-${name}`} id={`about-${name}`}>
      <h3>{t(`figures.${name}`)}</h3>
      <p class="figure">
        {children}
        {share && <span class="share">{share}</span>}
      </p>
      <p class="soft">{t(`figures.${name}_means`)}</p>
    </li>
  )
}

type LinkedProps = { readonly t: Say; readonly name: Name; readonly count: number; readonly href: string }

function Linked({ t, name, count, href }: LinkedProps) {
  return <LinkedFigure {...{ t, count, href }} name={t(`figures.${name}` satisfies Key)} />
}

/** A figure that leads to its reports; none leads nowhere. */
export function LinkedFigure({ t, name, count, href }: Omit<LinkedProps, 'name'> & { readonly name: string }) {
  const words = count.toLocaleString(t.locale)
  if (count === 0) return <>{words}</>
  return (
    <a href={href} aria-label={t('figures.to_list', { name, count: words })}>
      {words}
    </a>
  )
}

function DaysCard({
  t,
  name,
  days,
}: {
  readonly t: Say
  readonly name: 'median' | 'ninth'
  readonly days: number | null
}) {
  return (
    <Card t={t} name={name}>
      {days === null ? t('figures.unknown_days') : t('figures.days', { days })}
    </Card>
  )
}

function Satisfied({
  t,
  figures: { foundSolved, foundUnsolved },
  listOf,
}: Pick<CardsProps, 't' | 'figures' | 'listOf'>) {
  const said = foundSolved + foundUnsolved
  return (
    <Card t={t} name="satisfied" share={said < fewest ? null : percent(foundSolved / said, t)}>
      {said === 0 ? (
        <span class="soft">{t('figures.nobody_said')}</span>
      ) : (
        <Linked t={t} name="satisfied" count={foundSolved} href={listOf({ trait: 'found_solved' })} />
      )}
      {foundUnsolved > 0 && (
        <a class="soft" href={listOf({ trait: 'found_unsolved' })}>
          {t('figures.unsatisfied', { count: foundUnsolved })}
        </a>
      )}
    </Card>
  )
}
