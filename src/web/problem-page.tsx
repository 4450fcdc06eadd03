import type { City } from '#src/domain/city.ts'
import type { Holes, Say } from '#src/text/catalogue.ts'
import { wordsOf } from './offline/words-of.ts'
import type { Problem } from './problem.ts'
import type { Paths } from './routes.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly city: City | null
  readonly problem: Problem
  /** Where who works with reports goes on; null where nobody does. */
  readonly desk: string | null
  readonly requestId: string
  /** The address is one of a report, whether or not there is such a report. */
  readonly isOfReport: boolean
  /** Who is signed in, and may not see this; null where nobody is. */
  readonly email: string | null
  /** The page that was asked for, to be shown to who may. */
  readonly back: string
}

/** What went wrong, in words, and where to go from here. */
export function ProblemPage({ t, to, city, problem, desk, requestId, isOfReport, email, back }: Props) {
  const isNoReport = isOfReport && problem.kind === 'not_found'
  const signIn = `${to.signIn()}?${new URLSearchParams({ continue: back })}`
  const why = isNoReport ? t('error.not_found.report') : t(`error.${problem.kind}.text`, holesOf(problem))
  return (
    <div class="stack">
      <h1>{t(`error.${problem.kind}.title`)}</h1>
      <p>{email && !isNoReport ? t('error.not_permitted.as', { email }) : why}</p>
      {isNoReport && !email && (
        <p>
          <a href={signIn}>{t('error.not_found.yours')}</a>
        </p>
      )}
      <div class="acts">
        {desk && (
          <a class="button" href={desk}>
            {t('nav.desk')}
          </a>
        )}
        <a class={desk ? 'button quiet' : 'button'} href={city ? to.city(city.id) : to.cities()}>
          {t('nav.home')}
        </a>
        {city && (
          <a class="button quiet" href={to.reports(city.id)}>
            {t('nav.reports')}
          </a>
        )}
        {problem.kind === 'not_permitted' && !email && (
          <a class="button quiet" href={signIn}>
            {t('nav.sign_in')}
          </a>
        )}
        {email && !isNoReport && (
          <form method="post" action={to.signOut()} data-leaving={wordsOf(t, ['outbox.leaving'])['outbox.leaving']}>
            <input type="hidden" name="continue" value={back} />
            <button type="submit" class="button quiet">
              {t('error.not_permitted.other')}
            </button>
          </form>
        )}
      </div>
      <p class="soft">{t('error.request', { id: requestId })}</p>
    </div>
  )
}

function holesOf(problem: Problem): Holes | undefined {
  if (problem.kind === 'too_many') return { minutes: Math.ceil(problem.seconds / 60) }
  return problem.kind === 'unknown_filter' ? { parameters: problem.parameters.join(', ') } : undefined
}
