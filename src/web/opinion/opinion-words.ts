import type { Closing } from '#src/domain/opinion.ts'
import type { OpinionCount } from '#src/store/opinions.ts'
import type { Say } from '#src/text/catalogue.ts'

/** How many find a closing true, always with how many said anything. */
export function opinionWords(closing: Closing, { solved, all }: OpinionCount, t: Say): string {
  if (closing === 'decline') return t('opinion.disagree_count', { count: all })
  if (all === 1) return t(solved ? 'opinion.one.yes' : 'opinion.one.no')
  return t('opinion.count', { solved, all })
}
