import { frequencies, radii, type Topic } from '#src/domain/following.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import { topicInWords } from '#src/text/topics.ts'
import { FormProblems, SelectField, TextField } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import type { Paths } from '../routes.ts'
import { Followed, type FollowedProps } from './followed.tsx'
import { fieldValue, frequencyIn, metresIn } from './topic-in-form.ts'

export type FollowProblems = { readonly what?: string; readonly email?: string }

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly now: Temporal.Instant
  readonly guide: Guide
  readonly action: string
  readonly offers: readonly Topic[]
  /** What of them the reader follows already. */
  readonly followed: FollowedProps['subscriptions']
  /** Where letters go to; null for who has to say it. */
  readonly email: string | null
  readonly typed: FieldsOf
  readonly problems: FollowProblems
}

/** What one may follow from here, how often to hear of it, and, for who is not signed in, where. */
export function FollowPage({ t, to, now, guide, action, offers, followed, email, typed, problems }: Props) {
  if (offers.length === 0) {
    return (
      <div class="stack">
        <h1>{t('follow.nothing')}</h1>
        <p>{t('follow.nothing_hint')}</p>
        <p>
          <a class="button quiet" href={to.reports(guide.city.id)}>
            {t('reports.all')}
          </a>
        </p>
      </div>
    )
  }
  const told = Object.entries(problems).map(([field, words]) => ({ field, words }))
  const chosen = text(typed, 'what') || (offers[0] ? fieldValue(offers[0]) : '')
  const metres = metresIn(typed)
  // What comes of the others is the same.
  const explained = [offers.find(({ kind }) => kind === 'report'), offers.find(({ kind }) => kind !== 'report')]
  return (
    <div class="stack">
      <h1>{t('follow.title')}</h1>
      {followed.length > 0 && (
        <section class="stack" aria-labelledby="followed">
          <h2 id="followed">{t('follow.already')}</h2>
          <Followed {...{ t, to, now }} guides={new Map([[guide.city.id, guide]])} subscriptions={followed} back="me" />
        </section>
      )}
      <p class="lead">{t('follow.lead')}</p>
      <form method="post" action={action} class="form" novalidate>
        <FormProblems title={t('form.problems', { count: told.length })} problems={told} />
        <fieldset class="field" id="what">
          <legend>{t('follow.what')}</legend>
          {offers.map((topic) => (
            <label key={fieldValue(topic)} class="choice">
              <input
                type="radio"
                name="what"
                value={fieldValue(topic)}
                checked={fieldValue(topic) === chosen}
                data-circle={topic.kind === 'circle' ? '' : undefined}
              />
              <span>
                {offerInWords(topic, guide, t)}
                {explained.includes(topic) && (
                  <>
                    <br />
                    <span class="soft">
                      {t(topic.kind === 'report' ? 'follow.offer.report_hint' : 'follow.offer.many_hint')}
                    </span>
                  </>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        {offers.some(({ kind }) => kind === 'circle') && (
          <div class="of-circle">
            <SelectField
              name="metres"
              label={t('follow.metres')}
              value={String(metres)}
              choices={radii.map((one) => ({ value: String(one), words: t('follow.metres_choice', { metres: one }) }))}
            />
          </div>
        )}
        <SelectField
          name="frequency"
          label={t('follow.frequency')}
          value={frequencyIn(typed)}
          choices={frequencies.map((one) => ({ value: one, words: t(`follow.frequency.${one}`) }))}
        />
        {email ? (
          <p>{t('follow.signed_in', { email })}</p>
        ) : (
          <TextField
            name="email"
            type="email"
            autocomplete="email"
            label={t('follow.email')}
            hint={t('follow.email_hint')}
            value={text(typed, 'email')}
            problem={problems.email}
          />
        )}
        <button type="submit" class="button">
          {t('follow.send')}
        </button>
      </form>
    </div>
  )
}

function offerInWords(topic: Topic, guide: Guide, t: Say): string {
  if (topic.kind === 'report') return t('follow.offer.report', { number: topic.number })
  if (topic.kind === 'circle') return t('follow.offer.circle')
  const words = topicInWords(topic, guide, t)
  return words.charAt(0).toLocaleUpperCase(t.locale) + words.slice(1)
}
