import type { ComponentChildren } from 'preact'

import type { Guide } from '#src/domain/guide.ts'
import { headline } from '#src/domain/headline.ts'
import type { CityId, FollowKey } from '#src/domain/id.ts'
import { locales } from '#src/domain/locale.ts'
import type { Report } from '#src/domain/report.ts'
import { waitsFor } from '#src/domain/waiting.ts'
import type { Person } from '#src/store/people.ts'
import type { Subscription } from '#src/store/subscriptions.ts'
import type { Say } from '#src/text/catalogue.ts'
import { dayInWords } from '#src/text/time.ts'
import { Followed } from '../following/followed.tsx'
import { FormProblems, SelectField, TextField } from '../form/field.tsx'
import { OutboxList } from '../outbox/outbox-list.tsx'
import { type PushOnMe, PushSection } from '../push/push-section.tsx'
import type { Paths } from '../routes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { languageOf } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { StatusPill } from '../ui/status-pill.tsx'
import { desksOf } from './desks-of.ts'
import { Leaving } from './leaving.tsx'
import type { AboutProblems } from './sign-in-pages.tsx'

export type Mine = { readonly report: Report; readonly guide: Guide }

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly now: Temporal.Instant
  readonly person: Person
  /** The person as their settings say: not saved yet where something is wrong with them. */
  readonly typed: Person
  readonly mine: readonly Mine[]
  /** Where "new report" leads: the person's only city, or the list of cities. */
  readonly newReport: string
  readonly guides: ReadonlyMap<CityId, Guide>
  readonly subscriptions: readonly (Subscription & { readonly key: FollowKey })[]
  /** The cities that the person administers, and whether they are told of each overdue report there. */
  readonly overdueOf: readonly { readonly guide: Guide; readonly wished: boolean }[]
  /** What was just done elsewhere. */
  readonly told: string | null
  /** On which devices they are told, and of what. */
  readonly push: PushOnMe | null
  /** What is offered after something was begun. */
  readonly offer: ComponentChildren
  readonly saved: boolean
  readonly problems: AboutProblems
  readonly eraseProblem: string | null
}

/** A person's own page: their reports with what is waited for, and their data. */
export function MePage(props: Props) {
  const { t, to, now, person, typed, mine, newReport, push, offer, saved, problems, eraseProblem, told, overdueOf } =
    props
  const desks = desksOf(person, props.guides)
  return (
    <div class="stack">
      <header class="stack tight">
        <h1>{t('me.title')}</h1>
        {told && (
          <Notice kind="done">
            <p>{told}</p>
          </Notice>
        )}
        {offer}
        <p class="soft">{t('me.hello', { name: person.firstName })}</p>
        <p class="acts">
          {desks.map(({ id, name }) => (
            <a key={id} class="button" href={to.desk(id)}>
              {t('me.desk', { city: name[t.locale] })}
            </a>
          ))}
          <a class={desks.length > 0 ? 'button quiet' : 'button'} href={newReport}>
            {t('me.new')}
          </a>
        </p>
      </header>
      <OutboxList t={t} to={to} back={to.me()} />
      {mine.length === 0 ? (
        <div data-until-sent>
          <EmptyState title={t('me.empty')}>
            <p>{t('me.empty_hint')}</p>
          </EmptyState>
        </div>
      ) : (
        <ul class="stack tight">
          {mine.map(({ report, guide }) => (
            <MyReport key={report.id} t={t} to={to} now={now} report={report} guide={guide} person={person} />
          ))}
        </ul>
      )}
      <Following {...props} />
      {push && <PushSection {...{ t, to }} {...push} />}
      <Settings {...{ t, to, typed, saved, problems, overdueOf }} />
      <Leaving t={t} to={to} eraseProblem={eraseProblem} />
    </div>
  )
}

function Following({ t, to, now, guides, subscriptions }: Props) {
  return (
    <section class="stack" id="following" aria-labelledby="following-title">
      <h2 id="following-title">{t('following.mine')}</h2>
      {subscriptions.length === 0 ? (
        <p class="soft">{t('following.mine_none')}</p>
      ) : (
        <Followed {...{ t, to, now, guides, subscriptions }} back="me" />
      )}
    </section>
  )
}

type RowProps = Pick<Props, 't' | 'to' | 'now' | 'person'> & Mine

function MyReport({ t, to, now, report, guide, person }: RowProps) {
  const { city } = guide
  const day = (at: Temporal.Instant) => dayInWords(at, { timeZone: city.timeZone, now }, t)
  const waits = waitsFor(person.id, report, { city, now })
  return (
    <li class="card my-report">
      <p>
        <StatusPill t={t} status={report.status} />{' '}
        <span class="soft">{t('report.number', { number: report.number })}</span>
      </p>
      <h2>
        <a
          data-own={report.statusSince.toString()}
          href={to.report(city.id, report.number)}
          lang={languageOf(report.description, t, report.locale)}
        >
          {headline(report.description)}
        </a>
      </h2>
      <p class="soft">
        {guide.categories.get(report.categoryId)?.name[t.locale]} · {t('me.sent')} {day(report.submittedAt)}
        {report.answerDue && ` · ${t('me.due', { date: day(report.answerDue) })}`}
      </p>
      {waits && (
        <p>
          <a class="button small" href={`${to.report(city.id, report.number)}#mine`}>
            {t(`me.waits.${waits}`)}
          </a>
        </p>
      )}
    </li>
  )
}

type SettingsProps = Pick<Props, 't' | 'to' | 'typed' | 'saved' | 'problems' | 'overdueOf'>

function Settings({ t, to, typed, saved, problems, overdueOf }: SettingsProps) {
  const told = Object.entries(problems).map(([field, words]) => ({ field, words }))
  return (
    <section class="card stack" id="settings">
      <h2>{t('me.settings')}</h2>
      {saved && (
        <Notice kind="done">
          <p>{t('me.saved')}</p>
        </Notice>
      )}
      <p class="soft">
        {t('me.email', { email: typed.email })} · <a href={to.newEmail()}>{t('address.change')}</a>
      </p>
      <form method="post" action={to.saveSettings()} class="form" novalidate>
        <FormProblems title={t('form.problems', { count: told.length })} problems={told} />
        <TextField
          name="first_name"
          autocomplete="given-name"
          label={t('about.first_name')}
          value={typed.firstName}
          problem={problems.first_name}
        />
        <TextField
          name="last_name"
          autocomplete="family-name"
          label={t('about.last_name')}
          value={typed.lastName}
          problem={problems.last_name}
        />
        <SelectField
          name="locale"
          label={t('me.language')}
          value={typed.locale}
          choices={locales.map((locale) => ({ value: locale, words: t(`me.language.${locale}`) }))}
        />
        {overdueOf.map(({ guide: { city }, wished }) => (
          <label key={city.id} class="choice">
            <input type="checkbox" name="overdue" value={city.id} checked={wished} />
            <span>{t('me.overdue', { city: city.name[t.locale] })}</span>
          </label>
        ))}
        <button type="submit" class="button">
          {t('me.save')}
        </button>
      </form>
      <p>
        <a href={to.myData()} download="my-data.json">
          {t('me.download')}
        </a>
      </p>
    </section>
  )
}
