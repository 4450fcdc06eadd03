import type { ComponentChildren } from 'preact'

import { daysUntil, declinedIn, type Figures, fewest, isFew } from '#src/domain/figures.ts'
import { statusesAtWork } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Asked } from '../reports/filter-from-query.ts'
import { percent } from './charts.tsx'
import { LinkedFigure } from './figure-cards.tsx'
import type { Member } from './read-figures.ts'
import { Scrolled } from './scrolled.tsx'

type TableProps = {
  readonly t: Say
  /** What the table is called, and what its first column holds. */
  readonly caption: string
  readonly of: string
  readonly members: readonly Member[]
  readonly today: string
  readonly nameOf: (id: string) => string
  /** Where the row leads; nowhere when null. */
  readonly hrefOf?: (id: string) => string | null
  /** Where the reports behind a figure of a row are; null where no list can be asked for them. */
  readonly listOf: (id: string, more: Partial<Asked>) => string | null
  /** Rows keep the order of time, however few reports they hold. */
  readonly inTime?: boolean
}

const columns = [
  'came',
  'resolved',
  'declined',
  'merged',
  'open',
  'overdue',
  'late',
  'median',
  'ninth',
  'satisfied',
] as const

/** Figures beside each other. Those of too few reports stand last, without shares and days: they are no measure. */
export function FiguresTable({ t, caption, of, members, inTime = false, ...row }: TableProps) {
  const few = inTime ? [] : members.filter(({ figures }) => isFew(figures))
  const enough = inTime ? members : members.filter(({ figures }) => !isFew(figures))
  return (
    <Scrolled what="table" name={t('figures.table', { name: caption })}>
      <table class="figures-table">
        <caption class="hidden-words">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                <a href={`#about-${column}`}>{t(`figures.short.${column}`)}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {enough.map((member) => (
            <Row key={member.id} {...{ t, member }} {...row} />
          ))}
        </tbody>
        {few.length > 0 && (
          <tbody class="few">
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span>{t('figures.few', { fewest })}</span>
              </th>
            </tr>
            {few.map((member) => (
              <Row key={member.id} {...{ t, member }} {...row} />
            ))}
          </tbody>
        )}
      </table>
    </Scrolled>
  )
}

type RowProps = Pick<TableProps, 't' | 'today' | 'nameOf' | 'hrefOf' | 'listOf'> & { readonly member: Member }

function Row({ t, member: { id, figures }, today, nameOf, hrefOf, listOf }: RowProps) {
  const name = nameOf(id)
  const href = hrefOf?.(id)
  const { came, resolved, merged, open, overdue, late } = figures
  const count = (part: number, more: Partial<Asked>, whole = came) => (
    <Figure
      {...{ t, name }}
      count={part}
      href={listOf(id, more)}
      share={isFew(figures) || whole === 0 ? null : part / whole}
    />
  )
  return (
    <tr>
      <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
      <td>
        <Figure {...{ t, name }} count={came} href={listOf(id, {})} share={null} />
      </td>
      <td>{count(resolved, { statuses: ['resolved'] })}</td>
      <td>{count(declinedIn(figures), { statuses: ['not_resolved'] })}</td>
      <td>{count(merged, { statuses: ['merged'] })}</td>
      <td>{count(open, { statuses: statusesAtWork })}</td>
      <td class={overdue > 0 ? 'late' : undefined}>{count(overdue, { overdue: today })}</td>
      <td>{count(late, { trait: 'late' }, resolved + declinedIn(figures))}</td>
      <Days {...{ t, figures }} share={0.5} />
      <Days {...{ t, figures }} share={0.9} />
      <td>
        <Figure
          {...{ t, name }}
          count={figures.foundSolved}
          href={listOf(id, { trait: 'found_solved' })}
          share={null}
        />
        {' / '}
        <Figure
          {...{ t, name }}
          count={figures.foundUnsolved}
          href={listOf(id, { trait: 'found_unsolved' })}
          share={null}
        />
      </td>
    </tr>
  )
}

type FigureProps = {
  readonly t: Say
  readonly name: string
  readonly count: number
  readonly href: string | null
  readonly share: number | null
}

function Figure({ t, name, count, href, share }: FigureProps): ComponentChildren {
  return (
    <>
      {href ? <LinkedFigure {...{ t, name, count, href }} /> : count.toLocaleString(t.locale)}
      {share !== null && count > 0 && <span class="share">{percent(share, t)}</span>}
    </>
  )
}

function Days({ t, figures, share }: { readonly t: Say; readonly figures: Figures; readonly share: number }) {
  if (isFew(figures)) return <td>—</td>
  const days = daysUntil(share, figures.spans)
  return <td>{days === null ? <span class="soft">{t('figures.unknown_days')}</span> : days}</td>
}
