import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { DeskRow } from '#src/store/desk.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Clock, timeLeftInWords } from '#src/text/time.ts'
import type { Paths } from '../routes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { StatusPill } from '../ui/status-pill.tsx'
import { When } from '../ui/when.tsx'

export type FolderLink = {
  readonly href: string
  readonly words: string
  readonly size: number | null
  readonly here: boolean
  readonly late: boolean
}

/** The folders of one role: of the city's moderation, or of an organization. */
export type Drawer = { readonly title: string; readonly folders: readonly FolderLink[] }

type SideProps = {
  readonly t: Say
  readonly drawers: readonly Drawer[]
  readonly findAction: string
  readonly notFound: string | null
}

/** What the desk is divided into, with how much waits in each, and a way straight to a number. */
export function DeskSide({ t, drawers, findAction, notFound }: SideProps) {
  return (
    <div class="desk-side">
      <search>
        <form action={findAction} class="desk-find">
          <label for="number">{t('desk.find')}</label>
          <div>
            <input
              id="number"
              name="number"
              inputMode="numeric"
              pattern="[0-9]*"
              maxLength={9}
              aria-describedby={notFound ? 'not-found' : undefined}
            />
            <button type="submit" class="button small quiet">
              {t('desk.open')}
            </button>
          </div>
          {notFound && (
            <p class="error" id="not-found" role="status">
              {t('desk.no_report', { number: notFound })}
            </p>
          )}
        </form>
      </search>
      {drawers.map(({ title, folders }) => (
        <nav key={title} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {folders.map(({ href, words, size, here, late }) => (
              <li key={href}>
                <a href={href} aria-current={here ? 'page' : undefined} class={late ? 'late' : undefined}>
                  <span>{words}</span> {size !== null && <b class="figure">{size}</b>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  )
}

type ListProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly title: string
  readonly rows: readonly DeskRow[]
  /** Where a row leads, with the folder to come back to. */
  readonly hrefOf: (number: number) => string
  /** The report that is open beside the list. */
  readonly current: number | null
  readonly previous: string | null
  readonly next: string | null
  /** The page's own heading, where nothing else is. */
  readonly heading: 'h1' | 'h2'
}

/** The reports of a folder: the problem in the resident's words, where, and the time that is left. */
export function DeskList({
  t,
  to,
  guide,
  clock,
  title,
  rows,
  hrefOf,
  current,
  previous,
  next,
  heading: Heading,
}: ListProps) {
  return (
    <section class="desk-list" aria-label={title}>
      <Heading class="desk-list-title">{title}</Heading>
      {rows.length === 0 && <EmptyState title={t('folder.empty')}>{t('folder.empty_hint')}</EmptyState>}
      <ol>
        {rows.map((row) => (
          <li key={row.number} aria-current={row.number === current ? 'true' : undefined}>
            <DeskListRow t={t} to={to} guide={guide} clock={clock} row={row} href={hrefOf(row.number)} />
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

type RowProps = Pick<ListProps, 't' | 'to' | 'guide' | 'clock'> & { readonly row: DeskRow; readonly href: string }

function DeskListRow({ t, to, guide, clock, row, href }: RowProps) {
  const late = row.answerDue && Temporal.Instant.compare(row.answerDue, clock.now) < 0
  return (
    <>
      {row.photo && (
        <img src={to.media(row.photo, '320.webp')} alt="" width="64" height="64" loading="lazy" decoding="async" />
      )}
      <div>
        <p class="desk-row-title">
          <a href={href}>{headline(row.description)}</a>
        </p>
        <p class="soft">
          {t('report.number', { number: row.number })} · {row.address || (row.hasPlace ? '' : t('desk.no_place'))}
          {(row.address || !row.hasPlace) && ' · '}
          {guide.categories.get(row.categoryId)?.name[t.locale]}
        </p>
        <p>
          <StatusPill t={t} status={row.status} />{' '}
          {row.answerDue ? (
            <span class={late ? 'due late' : 'due'}>{timeLeftInWords(row.answerDue, clock, t)}</span>
          ) : (
            <span class="soft">
              <When t={t} at={row.statusSince} clock={clock} />
            </span>
          )}
        </p>
      </div>
    </>
  )
}
