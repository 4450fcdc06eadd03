import type { Say } from '#src/text/catalogue.ts'
import { wordsOf } from '../offline/words-of.ts'
import type { Paths } from '../routes.ts'
import { type ListSettings, listWords } from './list-words.ts'

type Props = { readonly t: Say; readonly to: Paths; readonly back: string }

/** Where a device shows what was sent on it and has not arrived yet; shown by the script where there is anything. */
export function OutboxList({ t, to, back }: Props) {
  const signIn = `${to.signIn()}?${new URLSearchParams({ continue: back })}`
  const settings: ListSettings = { signIn, words: wordsOf(t, listWords) }
  return (
    <section
      class="stack tight"
      id="outbox"
      aria-labelledby="outbox-title"
      data-outbox={JSON.stringify(settings)}
      hidden
    >
      <h2 id="outbox-title">{t('outbox.title')}</h2>
      <p class="soft" data-may-vanish hidden>
        {t('offline.may_vanish')}
      </p>
      <ul class="stack tight" data-entries />
      <label class="choice" data-of-waiting>
        <input type="checkbox" data-wifi />
        <span>{t('outbox.wifi')}</span>
      </label>
    </section>
  )
}
