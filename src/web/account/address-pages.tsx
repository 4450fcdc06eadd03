import type { Say } from '#src/text/catalogue.ts'
import { TextField } from '../form/field.tsx'
import type { Paths } from '../routes.ts'

type Common = { readonly t: Say; readonly to: Paths; readonly problem?: string }

/** Where a person says which address they want to go by. */
export function AddressStep(props: Common & { readonly current: string; readonly email: string }) {
  const { t, to, current, email, problem } = props
  return (
    <div class="stack">
      <h1>{t('address.title')}</h1>
      <p>{t('address.lead', { email: current })}</p>
      <form method="post" action={to.sendEmailCode()} class="form" novalidate>
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          inputMode="email"
          required
          autofocus={problem !== undefined}
          label={t('address.new')}
          hint={t('address.hint')}
          value={email}
          problem={problem}
        />
        <button type="submit" class="button">
          {t('sign_in.send')}
        </button>
      </form>
      <BackToMe t={t} to={to} />
    </div>
  )
}

/** To whom the city itself has given the address that they work under. */
export function AddressOfStaff({ t, to, current }: Omit<Common, 'problem'> & { readonly current: string }) {
  return (
    <div class="stack">
      <h1>{t('address.title')}</h1>
      <p>{t('address.staff', { email: current })}</p>
      <BackToMe t={t} to={to} />
    </div>
  )
}

function BackToMe({ t, to }: Omit<Common, 'problem'>) {
  return (
    <p>
      <a href={`${to.me()}#settings`}>{t('address.back')}</a>
    </p>
  )
}
