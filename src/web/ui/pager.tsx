import type { Say } from '#src/text/catalogue.ts'

type PagerProps = {
  readonly t: Say
  /** Null on the first page. */
  readonly first: string | null
  /** Null on the last page. */
  readonly next: string | null
}

/** The way on through a list, newest first. */
export function Pager({ t, first, next }: PagerProps) {
  if (!first && !next) return null
  return (
    <nav class="pager" aria-label={t('list.pages')}>
      {first && (
        <a class="button quiet small" href={first}>
          {t('list.first')}
        </a>
      )}
      {next && (
        <a class="button quiet small" href={next} rel="next">
          {t('list.next')}
        </a>
      )}
    </nav>
  )
}
