import type { JSX } from 'preact'
import type { Say } from '#src/text/catalogue.ts'
import type { LiveSettings, LiveWords } from './settings.ts'

/** What a page says of the news that it wants to hear. */
export type LiveSource = Pick<LiveSettings, 'stream' | 'since' | 'page'> &
  Partial<Pick<LiveSettings, 'report' | 'offersActs' | 'isDesk'>>

type Props = LiveSource & { readonly t: Say }

/** Where a page says that something changed while it was looked at; empty until then, and without a script. */
export function LivePart({ t, report = null, offersActs = false, isDesk = false, ...rest }: Props): JSX.Element {
  const settings: LiveSettings = { ...rest, report, offersActs, isDesk, words: wordsIn(t) }
  return (
    <div class="live" role="status" data-live={JSON.stringify(settings)}>
      <span class="hidden-words" data-live-said />
      <button type="button" class="button small" data-live-changed hidden />
      <button type="button" class="button small" data-live-new hidden />
    </div>
  )
}

/** One of each form of a figure that a language has. */
const examples = { one: 1, few: 2, many: 5, other: 5 } as const satisfies LiveWordExamples

type LiveWordExamples = Partial<Record<Intl.LDMLPluralRule, number>>

function wordsIn(t: Say): LiveWords {
  const fresh = Object.entries(examples).map(([form, count]) => [form, t('live.new', { count })])
  return {
    fresh: Object.fromEntries(fresh),
    changed: t('live.changed'),
    updated: t('live.updated'),
    left: t('live.left'),
  }
}
