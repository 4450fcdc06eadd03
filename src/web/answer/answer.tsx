import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { headline } from '#src/domain/headline.ts'
import { actsOpenTo } from '#src/domain/lifecycle.ts'
import { findLive, hashOf, type PrivateLink } from '#src/store/private-links.ts'
import { dayInWords } from '#src/text/time.ts'
import { ActForm } from '../acts/act-form.tsx'
import { isActKind, takeAct } from '../acts/take-act.ts'
import type { Context, Handlers } from '../context.ts'
import { type Opened, openReport } from '../desk/opened.ts'
import type { Refused } from '../desk/opened-page.tsx'
import { ReportMediaList } from '../desk/report-media.tsx'
import { ReportFacts, ReportHead, ReportHistory } from '../desk/report-panel.tsx'
import type { CountTry } from '../limits.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { freshKey } from '../report-form/draft-cookie.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import { Notice } from '../ui/notice.tsx'

type AnswerContext = Context<'answer' | 'answerMove'>

/** The page behind the private link of an organization without an account. Looking changes nothing; each act is a form sent by POST. */
export function answerHandlers(countTry: CountTry): Pick<Handlers, 'answer' | 'answerMove'> {
  return {
    answer: (context) =>
      asHolder(context, (link, actor, opened) => answerPage(context, link, actor, opened, null, 200)),

    answerMove: (context) =>
      asHolder(context, async (link, actor, opened) => {
        const { guide, holes, to } = context
        if (!isActKind(holes.act)) return context.problem({ kind: 'not_found' })
        const taken = await takeAct(countTry, context, guide, link.number, holes.act, actor)
        switch (taken.kind) {
          case 'unreadable':
            return context.problem(taken.problem)
          case 'done':
            return context.seeOther(`${to.answer(guide.city.id, holes.secret)}?done=${holes.act}`)
          case 'files_changed':
            return answerPage(context, link, actor, opened, { act: holes.act, ...taken, problem: null }, 200)
          case 'refused': {
            const again = await openReport(
              context.means.store.of(guide.city.id),
              link.number,
              guide,
              [actor],
              context.now,
            )
            return answerPage(context, link, actor, again ?? opened, { act: holes.act, ...taken }, taken.status)
          }
        }
      }),
  }

  async function asHolder(
    context: AnswerContext,
    answer: (link: PrivateLink, actor: Actor, opened: Opened) => Promise<Response>,
  ): Promise<Response> {
    const { guide, holes, means, now, network } = context
    const wait = await countTry('link_from_network', network, now)
    if (wait !== null) return context.problem({ kind: 'too_many', seconds: wait })

    const tx = means.store.of(guide.city.id)
    const link = await findLive(tx, hashOf(holes.secret), now)
    const actor: Actor | null = link && { kind: 'correspondent', link: link.id, organization: link.organization }
    const opened = link && actor && (await openReport(tx, link.number, guide, [actor], now))
    return link && actor && opened ? answer(link, actor, opened) : gonePage(context)
  }
}

/**
 * Neither kept by anybody nor told to the sites that are linked: the address itself is the key. Not `no-referrer`,
 * with which a browser no longer says that a form is sent from a page of ours.
 */
const private_: readonly [string, string][] = [
  ['cache-control', 'no-store'],
  ['referrer-policy', 'same-origin'],
]

function gonePage(context: AnswerContext): Promise<Response> {
  const { t } = context
  const title = t('answer.gone.title')
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('answer.gone.text')}</p>
    </>
  )
  return context.page({ title, body, indexed: false, width: 'text' }, { status: 404, headers: private_ })
}

async function answerPage(
  context: AnswerContext,
  link: PrivateLink,
  actor: Actor,
  opened: Opened,
  refused: Refused | null,
  status: number,
): Promise<Response> {
  const { t, to, guide, now, holes, hasBasemap, url } = context
  const { city } = guide
  const clock = { timeZone: city.timeZone, now }
  const { report } = opened
  const acts = actsOpenTo(actor, report, { city, now })
  const shown = refused && !acts.includes(refused.act) ? [refused.act, ...acts] : acts
  const organization = guide.organizations.get(link.organization)?.name[t.locale] ?? ''
  const title = t('answer.title', { number: report.number })
  const body = (
    <article class="desk-report stack">
      <p class="soft">{t('answer.lead', { organization, date: dayInWords(link.expiresAt, clock, t) })}</p>
      {url.searchParams.has('done') && <Notice kind="done">{t('answer.done')}</Notice>}
      <h1>{headline(report.description)}</h1>
      <ReportHead t={t} guide={guide} clock={clock} opened={opened} />
      <ReportMediaList
        t={t}
        to={to}
        number={report.number}
        media={opened.media}
        pass={`?link=${encodeURIComponent(holes.secret)}`}
      />
      <section class="acts stack tight" id="acts" aria-label={t('desk.acts')}>
        {shown.length === 0 && <p class="soft">{t('desk.no_acts')}</p>}
        {shown.map((act) => (
          <details key={act} name="act" open={refused?.act === act}>
            <summary class={act === 'start' || act === 'resolve' ? 'button small' : 'button quiet small'}>
              {t(`act.${act}`)}
            </summary>
            <LinkForm context={context} opened={opened} act={act} refused={refused?.act === act ? refused : null} />
          </details>
        ))}
      </section>
      <ReportFacts t={t} guide={guide} clock={clock} opened={opened} />
      {report.location && (
        <MapFrame
          use={{ kind: 'report', point: report.location, status: report.status }}
          locale={t.locale}
          guide={guide}
          hasBasemap={hasBasemap}
        />
      )}
      <section class="stack tight">
        <h2>{t('desk.history')}</h2>
        <ReportHistory t={t} guide={guide} clock={clock} opened={opened} />
      </section>
    </article>
  )
  return context.page(
    { title, body, islands: ['map', 'photo-field'], indexed: false, width: 'page' },
    { status, headers: private_ },
  )
}

type FormProps = {
  readonly context: AnswerContext
  readonly opened: Opened
  readonly act: ActKind
  readonly refused: Refused | null
}

function LinkForm({ context, opened, act, refused }: FormProps) {
  const { t, to, guide, now, holes } = context
  const formKey = refused?.formKey ?? freshKey()
  const { id, policy } = guide.city
  return (
    <ActForm
      t={t}
      guide={guide}
      report={opened.report}
      act={act}
      action={to.answerMove(id, holes.secret, act)}
      formKey={formKey}
      seen={opened.seen}
      now={now}
      typed={refused?.typed ?? {}}
      problem={refused?.problem ?? null}
      files={
        <PhotoField t={t} to={to} city={id} formKey={formKey} files={refused?.files ?? []} most={policy.mostMedia} />
      }
    />
  )
}
