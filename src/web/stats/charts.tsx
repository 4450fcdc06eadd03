import * as Plot from '@observablehq/plot'

import {
  type Answered,
  answeredByDays,
  daysUntil,
  declinedIn,
  type Figures,
  type Outcome,
} from '#src/domain/figures.ts'
import type { Say } from '#src/text/catalogue.ts'
import { statusLook } from '../map/status-look.ts'
import { drawChart } from './draw-chart.ts'
import { monthOnAxis } from './months.ts'
import type { Member } from './read-figures.ts'
import { Scrolled } from './scrolled.tsx'

/** From the ground up: what is done, what is not, and what may yet become either. */
const stacked = ['resolved', 'not_resolved', 'merged', 'open'] as const satisfies readonly Outcome[]

/** More ticks than these run into each other. */
const mostTicks = 8

/** The reports of each month as a bar, parted by what they came to. */
export function MonthsChart({ t, months }: { readonly t: Say; readonly months: readonly Member[] }) {
  const ids = months.map(({ id }) => id)
  const every = Math.ceil(ids.length / mostTicks)
  const ticks = ids.filter((_, at) => at % every === 0)
  const bars = stacked.map((outcome, layer) => {
    const from = (figures: Figures) => stacked.slice(0, layer).reduce((sum, one) => sum + countOf(figures, one), 0)
    const some = months.filter(({ figures }) => countOf(figures, outcome) > 0)
    return Plot.barY(some, {
      className: `part ${lookOf(outcome)}`,
      x: 'id',
      y1: ({ figures }: Member) => from(figures),
      y2: ({ figures }: Member) => from(figures) + countOf(figures, outcome),
    })
  })
  const svg = drawChart({
    id: 'chart-months',
    title: t('figures.by_month'),
    description: t('figures.months_chart'),
    plot: {
      x: {
        type: 'band',
        domain: ids,
        label: null,
        ticks,
        tickSize: 0,
        tickFormat: (month: string) => monthOnAxis(month, t.locale, month === ids[0]),
      },
      y: { label: t('figures.reports_axis'), labelArrow: 'none', grid: true, ...wholeTicks(months) },
      marks: [...bars, Plot.ruleY([0], { className: 'ground' })],
    },
  })
  return (
    <figure class="chart-frame">
      <ul class="legend" aria-hidden="true">
        {stacked.map((outcome) => (
          <li key={outcome} class={lookOf(outcome)}>
            {t(`figures.outcome.${outcome}`)}
          </li>
        ))}
      </ul>
      <Drawn t={t} name={t('figures.by_month')} svg={svg} />
    </figure>
  )
}

/** How the share of answered reports grows by days; with a line where the month ends that the law gives. */
export function AnsweredChart({ t, figures }: { readonly t: Say; readonly figures: Figures }) {
  const points = answeredByDays(figures.spans)
  const last = Math.min(90, Math.max(45, (daysUntil(0.95, figures.spans) ?? figures.spans.at(-1)?.days ?? 0) + 5))
  const shown = [{ days: 0, share: 0 }, ...points.filter(({ days }) => days <= last)]
  const line = [...shown, { days: last, share: shown.at(-1)?.share ?? 0 }]
  const words = (key: 'figures.speed_middle' | 'figures.speed_most', share: number) => {
    const days = daysUntil(share, figures.spans)
    return days === null ? '' : t(key, { days })
  }
  const svg = drawChart({
    id: 'chart-days',
    title: t('figures.speed'),
    description: t('figures.speed_chart', {
      middle: words('figures.speed_middle', 0.5),
      most: words('figures.speed_most', 0.9),
    }),
    plot: {
      marginRight: 30,
      marginBottom: 40,
      x: { domain: [0, last], label: t('figures.days_axis'), labelAnchor: 'center', labelArrow: 'none', ticks: 6 },
      y: { domain: [0, 1], label: null, grid: true, ticks: 5, tickFormat: (share: number) => percent(share, t) },
      marks: [
        Plot.areaY(line, { className: 'under', x: 'days', y: 'share', curve: 'step-after' }),
        Plot.line(line, { className: 'curve', x: 'days', y: 'share', curve: 'step-after' }),
        Plot.ruleY([0.5, 0.9], { className: 'mark' }),
        Plot.ruleX([30], { className: 'mark' }),
        Plot.text([{ x: 30, y: 0.03 }], {
          x: 'x',
          y: 'y',
          text: () => t('figures.month_mark'),
          dx: 5,
          textAnchor: 'start',
          className: 'mark-words',
        }),
      ],
    },
  })
  return (
    <figure class="chart-frame">
      <Drawn t={t} name={t('figures.speed')} svg={svg} />
    </figure>
  )
}

/** The curve as a table has it: a row for each of these days that something can be told of. */
export function pointsAt(spans: Figures['spans']): readonly (Answered & { readonly followed: number })[] {
  const points = answeredByDays(spans)
  const end = spans.at(-1)?.days ?? 0
  return [1, 3, 7, 14, 21, 30, 45, 60, 90, 120].flatMap((days) => {
    if (days > end) return []
    const share = points.findLast((point) => point.days <= days)?.share ?? 0
    const followed = spans
      .filter((span) => span.days > days)
      .reduce((sum, { answered, left }) => sum + answered + left, 0)
    return [{ days, share, followed }]
  })
}

export function percent(share: number, { locale }: Pick<Say, 'locale'>): string {
  return percents[locale].format(share)
}

const percents = {
  uk: new Intl.NumberFormat('uk-UA', { style: 'percent' }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent' }),
} as const

function countOf(figures: Figures, outcome: Outcome): number {
  return outcome === 'not_resolved' ? declinedIn(figures) : figures[outcome]
}

function lookOf(outcome: Outcome): string {
  return statusLook(outcome === 'open' ? 'in_progress' : outcome)
}

/** Reports are counted in whole ones. */
function wholeTicks(months: readonly Member[]): Plot.ScaleOptions {
  const most = Math.max(1, ...months.map(({ figures }) => figures.came))
  return { domain: [0, most], nice: true, interval: most < 5 ? 1 : undefined, ticks: 5 } as Plot.ScaleOptions
}

/** Its name is not the chart's own, which is told with the picture. */
function Drawn({ t, name, svg }: { readonly t: Say; readonly name: string; readonly svg: string }) {
  return (
    <Scrolled what="chart" name={t('figures.chart', { name })}>
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </Scrolled>
  )
}
