import type { Say } from '#src/text/catalogue.ts'
import { wordsOf } from '../offline/words-of.ts'
import type { Paths } from '../routes.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  /** What kept the account from being erased. */
  readonly eraseProblem: string | null
}

/** The ways out: of this session, of all of them, and for good. */
export function Leaving({ t, to, eraseProblem }: Props) {
  return (
    <section class="card stack" id="leaving">
      <h2>{t('me.sessions')}</h2>
      <div class="acts">
        <form method="post" action={to.signOut()} data-leaving={wordsOf(t, ['outbox.leaving'])['outbox.leaving']}>
          <button type="submit" class="button quiet">
            {t('nav.sign_out')}
          </button>
        </form>
        <form
          method="post"
          action={to.signOutEverywhere()}
          data-leaving={wordsOf(t, ['outbox.leaving'])['outbox.leaving']}
        >
          <button type="submit" class="button quiet">
            {t('me.sign_out_everywhere')}
          </button>
        </form>
      </div>
      <details open={eraseProblem !== null}>
        <summary>{t('me.erase')}</summary>
        <form
          method="post"
          action={to.eraseMe()}
          class="form"
          data-leaving={wordsOf(t, ['outbox.leaving'])['outbox.leaving']}
        >
          <p>{t('me.erase_lead')}</p>
          <div class="field">
            <label class="choice">
              <input
                type="checkbox"
                name="sure"
                id="sure"
                value="yes"
                aria-describedby={eraseProblem ? 'sure-problem' : undefined}
              />
              <span>{t('me.erase_sure')}</span>
            </label>
            {eraseProblem && (
              <p class="error" id="sure-problem" role="alert">
                {eraseProblem}
              </p>
            )}
          </div>
          <button type="submit" class="button danger">
            {t('me.erase')}
          </button>
        </form>
      </details>
    </section>
  )
}
