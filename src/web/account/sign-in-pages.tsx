import type { Say } from '#src/text/catalogue.ts'
import { FormProblems, TextField } from '../form/field.tsx'
import type { Paths } from '../routes.ts'
import { Notice } from '../ui/notice.tsx'
import { Leaving } from './leaving.tsx'
import { type WayOn, whyOf } from './way-on.ts'

type Common = { readonly t: Say; readonly to: Paths }

/** The first step: where to send the code. */
export function EmailStep(
  props: Common & {
    readonly email: string
    readonly wayOn: WayOn | null
    readonly problem?: string
    /** The account was just erased. */
    readonly erased?: boolean
  },
) {
  const { t, to, email, wayOn, problem, erased = false } = props
  const why = wayOn && whyOf(wayOn)
  return (
    <div class="stack">
      {erased && <Notice kind="done">{t('me.erased')}</Notice>}
      <h1>{t('sign_in.title')}</h1>
      {why && <p>{t(`sign_in.lead_${why}`)}</p>}
      {why !== 'report' && <p>{t('sign_in.lead')}</p>}
      <form method="post" action={to.sendCode()} class="form" novalidate>
        {wayOn && <input type="hidden" name="continue" value={wayOn.kind === 'draft' ? wayOn.city : wayOn.path} />}
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          inputMode="email"
          required
          autofocus={problem !== undefined}
          label={t('sign_in.email')}
          hint={t('sign_in.email_hint')}
          value={email}
          problem={problem}
        />
        <button type="submit" class="button">
          {t('sign_in.send')}
        </button>
      </form>
    </div>
  )
}

export type AboutProblems = { readonly first_name?: string; readonly last_name?: string; readonly consent?: string }

type AboutProps = Common & {
  readonly firstName: string
  readonly lastName: string
  readonly agreed: boolean
  readonly problems: AboutProblems
  /** What kept the account from being erased. */
  readonly eraseProblem: string | null
}

/** The last step, for those who have not said yet who they are, or have not agreed to what the consent says now. */
export function AboutStep({ t, to, firstName, lastName, agreed, problems, eraseProblem }: AboutProps) {
  const told = Object.entries(problems).map(([field, words]) => ({ field, words }))
  return (
    <div class="stack">
      <h1>{t('about.title')}</h1>
      <p>{t('about.lead')}</p>
      <form method="post" action={to.saveAbout()} class="form" novalidate>
        <FormProblems title={t('form.problems', { count: told.length })} problems={told} />
        <TextField
          name="first_name"
          autocomplete="given-name"
          required
          label={t('about.first_name')}
          value={firstName}
          problem={problems.first_name}
        />
        <TextField
          name="last_name"
          autocomplete="family-name"
          required
          label={t('about.last_name')}
          value={lastName}
          problem={problems.last_name}
        />
        <div class="field">
          <label class="choice">
            <input
              type="checkbox"
              name="consent"
              id="consent"
              value="yes"
              required
              checked={agreed}
              aria-invalid={problems.consent ? true : undefined}
              aria-describedby={problems.consent ? 'consent-problem consent-text' : 'consent-text'}
            />
            <span>{t('about.consent')}</span>
          </label>
          {problems.consent && (
            <p class="error" id="consent-problem">
              {problems.consent}
            </p>
          )}
          <details open>
            <summary>{t('about.consent_read')}</summary>
            <p class="soft" id="consent-text">
              {t('consent.text')}
            </p>
          </details>
        </div>
        <button type="submit" class="button">
          {t('about.save')}
        </button>
      </form>
      <details open={eraseProblem !== null}>
        <summary>{t('about.disagree')}</summary>
        <p>{t('about.disagree_lead')}</p>
        <p>
          <a href={to.myData()} download="my-data.json">
            {t('me.download')}
          </a>
        </p>
        <Leaving t={t} to={to} eraseProblem={eraseProblem} />
      </details>
    </div>
  )
}
