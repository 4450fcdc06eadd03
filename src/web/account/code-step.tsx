import type { Say } from '#src/text/catalogue.ts'
import { TextField } from '../form/field.tsx'

type Props = {
  readonly t: Say
  readonly email: string
  readonly minutes: number
  /** Where the code goes, and what the button says that sends it there. */
  readonly enter: string
  readonly words: string
  /** Where another letter is asked for, and another address entered. */
  readonly again: string
  readonly other: string
  readonly problem?: string
}

/** The code that shows that an address is somebody's own, or a new one. */
export function CodeStep({ t, email, minutes, enter, words, again, other, problem }: Props) {
  return (
    <div class="stack">
      <h1>{t('code.title')}</h1>
      <p>{t('code.lead', { email, minutes })}</p>
      <form method="post" action={enter} class="form" novalidate>
        <TextField
          name="code"
          autocomplete="one-time-code"
          inputMode="numeric"
          pattern="[0-9 ]*"
          maxLength={9}
          required
          autofocus
          label={t('code.field')}
          problem={problem}
        />
        <button type="submit" class="button">
          {words}
        </button>
      </form>
      <form method="post" action={again} class="stack tight">
        <p class="soft">{t('code.again')}</p>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="again" value="yes" />
        <p class="acts">
          <button type="submit" class="button quiet small">
            {t('code.resend')}
          </button>
          <a class="button quiet small" href={other}>
            {t('code.other')}
          </a>
        </p>
      </form>
    </div>
  )
}
