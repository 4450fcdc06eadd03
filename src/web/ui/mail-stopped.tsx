import type { Say } from '#src/text/catalogue.ts'
import { Notice } from './notice.tsx'

type Props = {
  readonly t: Say
  readonly email: string
  readonly stopped: 'bounced' | 'complained'
  readonly action: string
  /** Where another address is said; null for whoever has no account. */
  readonly change: string | null
}

/** That letters do not reach somebody, to be seen at the next visit, with the way to have them sent again. */
export function MailStopped({ t, email, stopped, action, change }: Props) {
  return (
    <Notice kind="warning">
      <p>{t(`mail.${stopped}`, { email })}</p>
      <form method="post" action={action}>
        <button type="submit" class="button quiet small" name="do" value="mail">
          {t('mail.try_again')}
        </button>{' '}
        {change && (
          <a class="button quiet small" href={change}>
            {t('address.change')}
          </a>
        )}
      </form>
    </Notice>
  )
}
