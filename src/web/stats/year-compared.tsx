import { mayBeChance, type Share, sharesMayBeChance } from '#src/domain/comparing.ts'
import { daysUntil, type Figures, fewest, isFew } from '#src/domain/figures.ts'
import type { Guide } from '#src/domain/guide.ts'
import { languageTags } from '#src/domain/locale.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { type AskedFigures, listQueryOf, type Period } from './asked-figures.ts'
import { percent } from './charts.tsx'
import { CsvLink } from './csv-link.tsx'
import { LinkedFigure } from './figure-cards.tsx'
import { periodInWords } from './months.ts'
import { Scrolled } from './scrolled.tsx'
import { confirmedIn, monthInDays, withinMonth, type YearBefore } from './year-before.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly asked: AskedFigures
  readonly period: Period
  readonly years: YearBefore
}

/** Two years' same months beside each other. A difference that chance may make is said to be such a one. */
export function YearCompared({ t, to, guide, asked, period, years }: Props) {
  const sides = [years.before, years.now]
  const few = sides.some(({ figures }) => isFew(figures))
  return (
    <section class="stack tight" aria-labelledby="year-before">
      <h2 id="year-before">{t('figures.year_before')}</h2>
      <p class="soft">{t('figures.year_before_means')}</p>
      {few && <p class="notice">{t('figures.few', { fewest })}</p>}
      <Scrolled what="table" name={t('figures.table', { name: t('figures.year_before') })}>
        <table class="figures-table compared">
          <thead>
            <tr>
              <th scope="col">{t('figures.measure')}</th>
              {sides.map((side) => (
                <th key={String(side.period.from)} scope="col">
                  {periodInWords(t, side.period)}
                </th>
              ))}
              <th scope="col">{t('figures.difference')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('figures.came')}</th>
              {sides.map((side) => (
                <td key={String(side.period.from)}>
                  <LinkedFigure
                    t={t}
                    name={periodInWords(t, side.period)}
                    count={side.figures.came}
                    href={`${to.reports(guide.city.id)}?${listQueryOf(asked, side.period, {})}`}
                  />
                </td>
              ))}
              <td>{!few && <CameDifference t={t} years={years} />}</td>
            </tr>
            {!few && (
              <>
                <Shares
                  {...{ t, years }}
                  name={t('figures.within_month', { days: monthInDays })}
                  shareIn={withinMonth}
                  unknown={t('figures.unknown_days')}
                />
                <Days {...{ t, years }} name={t('figures.median')} share={0.5} />
                <Days {...{ t, years }} name={t('figures.ninth')} share={0.9} />
                <Shares
                  {...{ t, years }}
                  name={t('figures.satisfied')}
                  shareIn={confirmedIn}
                  unknown={t('figures.nobody_said')}
                />
              </>
            )}
          </tbody>
        </table>
      </Scrolled>
      <CsvLink {...{ t, to, guide, asked, period }} table="year_before" />
    </section>
  )
}

type RowProps = { readonly t: Say; readonly years: YearBefore; readonly name: string }

function CameDifference({ t, years: { now, before } }: Omit<RowProps, 'name'>) {
  const [came, then] = [now.figures.came, before.figures.came]
  return <Difference {...{ t }} words={signed(came / then - 1, t, 'percent')} byChance={mayBeChance(came, then)} />
}

type SharesProps = RowProps & {
  readonly shareIn: (figures: Figures) => Share | null
  /** What stands where there is none. */
  readonly unknown: string
}

/** A share of too few is not told: only of how many it would be. */
function Shares({ t, years, name, shareIn, unknown }: SharesProps) {
  const [before, now] = [years.before, years.now].map(({ figures }) => shareIn(figures))
  const known = before && now && before.of >= fewest && now.of >= fewest
  return (
    <tr>
      <th scope="row">{name}</th>
      <ShareCell {...{ t, unknown }} share={before ?? null} />
      <ShareCell {...{ t, unknown }} share={now ?? null} />
      <td>
        {known && (
          <Difference
            t={t}
            words={t('figures.points', { points: signed((now.share - before.share) * 100, t) })}
            byChance={sharesMayBeChance(now, before)}
          />
        )}
      </td>
    </tr>
  )
}

type ShareProps = { readonly t: Say; readonly share: Share | null; readonly unknown: string }

function ShareCell({ t, share, unknown }: ShareProps) {
  if (!share) return <td class="soft">{unknown}</td>
  return (
    <td>
      {share.of < fewest ? '—' : percent(share.share, t)}
      <span class="share">{t('figures.of_so_many', { count: share.of.toLocaleString(t.locale) })}</span>
    </td>
  )
}

function Days({ t, years, name, share }: RowProps & { readonly share: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {[years.before, years.now].map(({ period, figures }) => {
        const days = daysUntil(share, figures.spans)
        return (
          <td key={String(period.from)}>
            {days === null ? <span class="soft">{t('figures.unknown_days')}</span> : t('figures.days', { days })}
          </td>
        )
      })}
      <td />
    </tr>
  )
}

type DifferenceProps = { readonly t: Say; readonly words: string; readonly byChance: boolean }

function Difference({ t, words, byChance }: DifferenceProps) {
  return (
    <>
      {words}
      {byChance && <span class="share">{t('figures.by_chance')}</span>}
    </>
  )
}

function signed(figure: number, { locale }: Say, style: 'decimal' | 'percent' = 'decimal'): string {
  return figure
    .toLocaleString(languageTags[locale], { style, maximumFractionDigits: 0, signDisplay: 'exceptZero' })
    .replace('-', '−')
}
