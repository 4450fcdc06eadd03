import type { ActKind } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { DeskRow } from '#src/store/desk.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { doneWords } from '../acts/done-words.ts'
import { thumbnail } from '../media/parts.ts'
import { Picture } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'
import { Address } from '../ui/address.tsx'
import { Due } from '../ui/due.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { languageOf } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { StatusPill } from '../ui/status-pill.tsx'
import { When } from '../ui/when.tsx'

type FolderLink = {
  readonly href: string
  readonly words: string
  readonly size: number | null
  readonly here: boolean
  readonly late: boolean
  /** What an officer takes along into the street with the list that is open. */
  readonly along: boolean
}

export type DrawerLinks = { readonly title: string; readonly folders: readonly FolderLink[] }

type SideProps = {
  readonly t: Say
  readonly drawers: readonly DrawerLinks[]
  readonly findAction: string
  /** What was looked for by number and is not here; null when nothing was. */
  readonly sought: string | null
}

/** What the desk is divided into, with how much waits in each, and a way straight to a number. */
export function DeskSide({ t, drawers, findAction, sought }: SideProps) {
  return (
    <div class="desk-side">
      {drawers.map(({ title, folders }) => (
        <nav key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {folders.map(({ href, words, size, here, late, along }) => (
              <li key={href}>
                <a
                  data-along={along || undefined}
                  href={href}
                  aria-current={here ? 'page' : undefined}
                  class={late ? 'late' : undefined}
                >
                  <span>{words}</span> {size !== null && <b class="figure">{size}</b>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
      <search>
        <form action={findAction} class="desk-find">
          <label for="number">{t('desk.find')}</label>
          <div>
            <input
              id="number"
              name="number"
              inputMode="numeric"
              maxLength={9}
              value={sought ?? undefined}
              aria-describedby={sought === null ? undefined : 'not-found'}
            />
            <button type="submit" class="button small quiet">
              {t('desk.open')}
            </button>
          </div>
        </form>
      </search>
    </div>
  )
}

/** Above the list: on a phone the field that it is about stands below. */
export function NotFound({ t, sought }: { readonly t: Say; readonly sought: string }) {
  return (
    <Notice kind="wrong">
      <p id="not-found">{sought ? t('desk.no_report', { number: sought }) : t('desk.no_number')}</p>
    </Notice>
  )
}

type WayProps = {
  readonly t: Say
  readonly back: string
  readonly previous: string | null
  readonly next: string | null
}

/** Back to the folder, and along it. */
export function Way({ t, back, previous, next }: WayProps) {
  return (
    <nav class="desk-way" aria-label={t('desk.way')}>
      <a href={back} class="back">
        {t('desk.back')}
      </a>
      {previous && (
        <a href={previous} rel="prev" title={t('desk.keys_previous')}>
          {t('desk.previous_report')}
        </a>
      )}
      {next && (
        <a href={next} rel="next" title={t('desk.keys_next')}>
          {t('desk.next_report')}
        </a>
      )}
    </nav>
  )
}

type DoneProps = { readonly t: Say; readonly act: ActKind; readonly number: number; readonly href: string }

/** What was just done, to which report. */
export function Done({ t, act, number, href }: DoneProps) {
  return (
    <Notice kind="done">
      <p>
        <a href={href}>{t('report.number', { number })}</a>: {doneWords(t, act)}.
      </p>
    </Notice>
  )
}

type ListProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly title: string
  /** In which order the rows stand, in words. */
  readonly order: string
  /** Off where a folder holds one status alone. */
  readonly showsStatus: boolean
  readonly rows: readonly DeskRow[]
  /** Where a row leads, with the folder to come back to. */
  readonly hrefOf: (number: number) => string
  /** The report that is open beside the list. */
  readonly current: number | null
  readonly previous: string | null
  readonly next: string | null
}

/** The reports of a folder: the problem in the resident's words, where, and the time that is left. */
export function DeskList({ current, previous, next, hrefOf, ...props }: ListProps) {
  const { t, title, order, rows } = props
  // The page's own heading, where nothing else is.
  const Heading = current === null ? 'h1' : 'h2'
  return (
    <section class="desk-list" aria-label={title} data-live-rows>
      <header class="desk-list-head">
        <Heading>{title}</Heading>
        {rows.length > 1 && <p class="soft">{order}</p>}
      </header>
      {rows.length === 0 && (
        <EmptyState title={t('folder.empty')}>
          <p>{t('folder.empty_hint')}</p>
        </EmptyState>
      )}
      <ol>
        {rows.map((row) => (
          <li key={row.number} data-report={row.number} aria-current={row.number === current ? 'true' : undefined}>
            <DeskListRow {...props} row={row} href={hrefOf(row.number)} />
          </li>
        ))}
      </ol>
      {(previous || next) && (
        <nav class="pager" aria-label={t('desk.pages')}>
          {previous && (
            <a class="button quiet small" href={previous} rel="prev">
              {t('desk.previous')}
            </a>
          )}
          {next && (
            <a class="button quiet small" href={next} rel="next">
              {t('desk.next')}
            </a>
          )}
        </nav>
      )}
    </section>
  )
}

type RowProps = Pick<ListProps, 't' | 'to' | 'guide' | 'clock' | 'showsStatus'> & {
  readonly row: DeskRow
  readonly href: string
}

function DeskListRow({ t, to, guide, clock, showsStatus, row, href }: RowProps) {
  const category = guide.categories.get(row.categoryId)?.name[t.locale]
  return (
    <>
      {row.photo && <Picture src={thumbnail(to, row.photo)} width={56} height={56} loading="lazy" />}
      <div class="desk-row">
        <p class="desk-row-title">
          <a
            data-own={`${row.statusSince} ${row.answerDue ?? ''}`}
            href={href}
            lang={languageOf(row.description, t, row.locale)}
          >
            {headline(row.description)}
          </a>
        </p>
        <p class="soft">
          {category}
          {category && row.address && ' · '}
          {row.address && <Address t={t} address={row.address} />}
        </p>
        <p class="soft desk-row-state">
          {showsStatus && <StatusPill t={t} status={row.status} />}
          <span class="figure">{t('report.number', { number: row.number })}</span>
          {!row.hasPlace && <span class="late">{t('desk.no_place')}</span>}
          {row.answerDue ? (
            <Due {...{ t, report: row, city: guide.city, now: clock.now }} brief />
          ) : (
            <When t={t} at={row.statusSince} clock={clock} />
          )}
        </p>
      </div>
    </>
  )
}
