import type { ComponentChildren } from 'preact'

import type { City } from '#src/domain/city.ts'
import type { Guide } from '#src/domain/guide.ts'
import { statuses } from '#src/domain/report.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import type { Handler } from '../context.ts'
import type { Paths } from '../routes.ts'
import { EmergencyNumbers } from '../ui/emergency-numbers.tsx'
import { StatusPill } from '../ui/status-pill.tsx'

/** How it works in this city, by which rules, within which terms, and what becomes of personal data. */
export const help: Handler<'help'> = ({ guide, t, to, page }) =>
  page({
    title: t('help.title'),
    description: t('help.lead'),
    here: 'help',
    kept: to.help(guide.city.id),
    width: 'text',
    body: <Help t={t} to={to} guide={guide} />,
  })

const sections = [
  ['danger', 'help.danger.title'],
  ['how', 'help.how.title'],
  ['statuses', 'help.statuses.title'],
  ['good', 'help.good.title'],
  ['join', 'help.join.title'],
  ['check', 'help.check.title'],
  ['rules', 'help.rules.title'],
  ['terms', 'help.terms.title'],
  ['law', 'help.law.title'],
  ['personal-data', 'help.data.title'],
] as const satisfies readonly (readonly [string, Key])[]

function Help({ t, to, guide }: { readonly t: Say; readonly to: Paths; readonly guide: Guide }) {
  const { city } = guide
  return (
    <div class="stack help">
      <h1>{t('help.title')}</h1>
      <p class="lead">{t('help.lead')}</p>
      <nav class="card" aria-label={t('help.contents')}>
        <ul class="contents">
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section class="prose" id="danger">
        <h2>{t('help.danger.title')}</h2>
        <p>{t('help.danger.text')}</p>
        <EmergencyNumbers t={t} phones={city.phones} />
      </section>
      <HowItWorks t={t} city={city} />
      <Statuses t={t} />
      <Listed
        t={t}
        id="good"
        title="help.good.title"
        items={['help.good.one', 'help.good.place', 'help.good.words', 'help.good.photo']}
      />
      <Listed
        t={t}
        id="join"
        title="help.join.title"
        items={['help.join.support', 'help.join.add', 'help.join.follow', 'help.join.opinion']}
      />
      <Listed
        t={t}
        id="check"
        title="help.check.title"
        items={['help.check.report', 'help.check.figures', 'help.check.data']}
      >
        <p class="contents">
          <a href={to.stats(city.id)}>{t('figures.title')}</a>
          <a href={to.organizations(city.id)}>{t('organizations.title')}</a>
          <a href={to.openData(city.id)}>{t('open_data.title')}</a>
        </p>
      </Listed>
      <section class="prose" id="rules">
        <h2>{t('help.rules.title')}</h2>
        <p>{t('help.rules.lead')}</p>
        <Items t={t} items={rules} />
        <p>{t('help.rules.after')}</p>
      </section>
      <TermsHere t={t} guide={guide} />
      <section class="prose" id="law">
        <h2>{t('help.law.title')}</h2>
        <p>{t('help.law.status')}</p>
        <Items t={t} items={law} />
      </section>
      <section class="prose" id="personal-data">
        <h2>{t('help.data.title')}</h2>
        <p>{t('help.data.lead')}</p>
        <Items t={t} items={data.filter((item) => item !== 'help.data.appeals' || city.policy.appeals.taken)} />
        <h3 id="consent">{t('help.data.consent')}</h3>
        <blockquote class="card">{t('consent.text')}</blockquote>
      </section>
    </div>
  )
}

/** How long an answer may take in this city, and what moves its day. */
function TermsHere({ t, guide: { city, categories } }: { readonly t: Say; readonly guide: Guide }) {
  const shorter = [...categories.values()].filter(({ open, answerWithin }) => open && answerWithin)
  return (
    <section class="prose" id="terms">
      <h2>{t('help.terms.title')}</h2>
      <Items
        t={t}
        items={[
          'help.terms.answer',
          'help.terms.longer',
          'help.terms.postponed',
          city.policy.waitingStopsTerm ? 'help.terms.waiting_stops' : 'help.terms.waiting',
          'help.terms.overdue',
        ]}
      />
      {shorter.length > 0 && (
        <>
          <p>{t('help.terms.shorter')}</p>
          <ul>
            {shorter.map(({ id, name, answerWithin = city.policy.answerWithin }) => (
              <li key={id}>
                {name[t.locale]}: {t('help.terms.days', { days: wholeDays(answerWithin) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Of a month, as many as the longest has. */
function wholeDays(term: Temporal.Duration): number {
  return Math.floor(term.total({ unit: 'days', relativeTo: '2026-01-01' }))
}

const rules = [
  'help.rules.not_a_city_matter',
  'help.rules.offensive',
  'help.rules.personal_data',
  'help.rules.unclear',
  'help.rules.advertising',
] as const satisfies readonly Key[]

const law = [
  'help.law.five',
  'help.law.seven',
  'help.law.eight',
  'help.law.fifteen',
  'help.law.twenty',
  'help.law.martial',
] as const satisfies readonly Key[]

const data = [
  'help.data.public',
  'help.data.staff',
  'help.data.appeals',
  'help.data.following',
  'help.data.photos',
  'help.data.rights',
  'help.data.cookies',
] as const satisfies readonly Key[]

function HowItWorks({ t, city }: { readonly t: Say; readonly city: City }) {
  const days = wholeDays(city.policy.reopenWithin)
  return (
    <section class="prose" id="how">
      <h2>{t('help.how.title')}</h2>
      <ol>
        <li>{t('help.how.report')}</li>
        <li>{t('help.how.sign_in')}</li>
        <li>{t('help.how.moderation')}</li>
        <li>{t('help.how.assignment')}</li>
        <li>{t('help.how.work')}</li>
        <li>{t('help.how.end', { days })}</li>
      </ol>
    </section>
  )
}

function Statuses({ t }: { readonly t: Say }) {
  return (
    <section class="prose" id="statuses">
      <h2>{t('help.statuses.title')}</h2>
      <dl class="statuses">
        {statuses.map((status) => (
          <div key={status}>
            <dt>
              <StatusPill t={t} status={status} />
            </dt>
            <dd>{t(`next.${status}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type ListProps = { readonly t: Say; readonly items: readonly Key[] }

type ListedProps = ListProps & { readonly id: string; readonly title: Key; readonly children?: ComponentChildren }

function Listed({ t, id, title, items, children }: ListedProps) {
  return (
    <section class="prose" id={id}>
      <h2>{t(title)}</h2>
      <Items t={t} items={items} />
      {children}
    </section>
  )
}

function Items({ t, items }: ListProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{t(item)}</li>
      ))}
    </ul>
  )
}
