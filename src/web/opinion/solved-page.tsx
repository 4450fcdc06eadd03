import { headline } from '#src/domain/headline.ts'
import type { Report } from '#src/domain/report.ts'
import { isOpen } from '#src/domain/support.ts'
import type { OpinionLink } from '#src/store/opinion-links.ts'
import { find } from '#src/store/public-reports.ts'
import { ofReport as versionOf } from '#src/store/versions.ts'
import { ActForm } from '../acts/act-form.tsx'
import type { Context, HeaderList } from '../context.ts'
import { text } from '../form/fields.ts'
import type { Returned } from '../report/author-panel.tsx'
import { Outcome } from '../report/outcome.tsx'
import { shownToPublic } from '../report/shown-report.ts'
import { freshKey } from '../report-form/draft-cookie.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { AskSolved, type Chosen, type ReturnedOpinion } from './ask-solved.tsx'
import { askedOf } from './asked-of.ts'

export type SolvedContext = Context<'opinion' | 'sayByLink' | 'moveByLink'>

type Options = {
  /** The answer that the link chose. */
  readonly chosen?: Chosen | null
  readonly isSaid?: boolean
  /** An opinion, or a reopening, that could not be taken. */
  readonly opinion?: ReturnedOpinion
  readonly returned?: Returned
  readonly status?: number
}

/** The answer that a report was closed by, and whether it is so: for the person of the link alone. */
export async function solvedPage(
  context: SolvedContext,
  link: OpinionLink,
  report: Report,
  { chosen = null, isSaid = false, opinion, returned, status = 200 }: Options,
): Promise<Response> {
  const { guide, holes, means, now, t, to } = context
  const { city } = guide
  const tx = means.store.of(city.id)
  const [shown, asked, seen] = await Promise.all([
    find(tx, report.number),
    askedOf(tx, report, link.person, { city, now }),
    versionOf(tx, report.id),
  ])
  if (!shown) return gonePage(context)

  const isLast = asked?.seq === link.closing
  const { number, locale, description } = report
  const kept = opinion?.note || (returned && text(returned.typed, 'note'))
  const problem = opinion?.words ?? returned?.problem?.words
  const title = t('opinion.title', { number })
  const body = (
    <article class="stack solved-page" aria-labelledby="title">
      <header>
        <p class="soft">{t('report.number', { number })}</p>
        <h1 id="title" lang={locale}>
          {headline(description)}
        </h1>
      </header>
      {isSaid && <Notice kind="done">{t(!isLast && isOpen(report) ? 'mine.done.reopen' : 'opinion.thanks')}</Notice>}
      {isLast ? (
        <>
          <Outcome {...{ t, to, guide }} clock={{ timeZone: city.timeZone, now }} report={shownToPublic(shown)} />
          {asked.no === 'opinion' && report.reporter === link.person && <p>{t('opinion.too_late')}</p>}
          <AskSolved
            {...{ t, asked, seen }}
            chosen={returned ? 'no' : chosen}
            returned={opinion ?? (asked.no === 'opinion' ? reopening(returned) : null)}
            say={to.sayByLink(city.id, holes.secret)}
            confirm={to.moveByLink(city.id, holes.secret, 'confirm')}
            reopen={asked.no === 'reopen' && <Reopen {...{ context, report, seen, returned }} />}
          />
        </>
      ) : (
        !isSaid && (
          <Notice kind={problem ? 'wrong' : 'news'}>
            <p>
              <b>{t('opinion.past.title', { number })}</b>
            </p>
            <p>{problem ?? t('opinion.past.text')}</p>
            {kept && <blockquote class="said">{kept}</blockquote>}
          </Notice>
        )
      )}
      <p>
        <a href={to.report(city.id, number)}>{t('opinion.open', { number })}</a>
      </p>
    </article>
  )
  return context.page(
    {
      title,
      body,
      islands: isLast && asked.no === 'reopen' ? ['photo-field', 'act'] : [],
      indexed: false,
      width: 'text',
    },
    { status, headers: unkept },
  )
}

/** There is no such link any more. */
export function gonePage(context: SolvedContext): Promise<Response> {
  const { guide, t, to } = context
  const title = t('opinion.gone.title')
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      <p>{t('opinion.gone.text')}</p>
      <p>
        <a href={to.reports(guide.city.id)}>{t('nav.reports')}</a>
      </p>
    </div>
  )
  return context.page({ title, body, indexed: false, width: 'text' }, { status: 404, headers: unkept })
}

/** The address holds a key. Not `no-referrer`, with which a browser no longer says that the form is sent from our page. */
const unkept: HeaderList = [
  ['cache-control', 'private, no-store'],
  ['referrer-policy', 'same-origin'],
]

type ReopenProps = {
  readonly context: SolvedContext
  readonly report: Report
  readonly seen: number
  readonly returned: Returned | undefined
}

function Reopen({ context: { t, to, guide, holes, now }, report, seen, returned }: ReopenProps) {
  const { city } = guide
  const formKey = returned?.formKey ?? freshKey()
  return (
    <ActForm
      {...{ t, guide, report, formKey, seen, now }}
      act="reopen"
      action={to.moveByLink(city.id, holes.secret, 'reopen')}
      {...(returned ? { typed: returned.typed, problem: returned.problem } : {})}
      files={
        <PhotoField {...{ t, to, formKey }} city={city.id} files={returned?.files ?? []} most={city.policy.mostMedia} />
      }
    />
  )
}

/** The time to reopen ran out while it was written: what was written is an opinion's. */
function reopening(returned: Returned | undefined): ReturnedOpinion | null {
  if (!returned?.problem) return null
  return { solved: false, note: text(returned.typed, 'note'), words: returned.problem.words }
}
