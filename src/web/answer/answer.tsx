import type { Actor } from '#src/domain/actor.ts'
import { actsOpenTo } from '#src/domain/lifecycle.ts'
import type { MakeMessage } from '#src/message/make-message.ts'
import { findLive, hashOf, type PrivateLink } from '#src/store/private-links.ts'
import type { Say } from '#src/text/catalogue.ts'
import { dayInWords } from '#src/text/time.ts'
import { ActBar } from '../acts/act-bar.tsx'
import { doneWords } from '../acts/done-words.ts'
import { offersOf, type Refused } from '../acts/offers-of.tsx'
import { proposalFor } from '../acts/proposal-for.ts'
import { isActKind, takeAct } from '../acts/take-act.ts'
import type { Context, Handlers } from '../context.ts'
import { Additions } from '../desk/additions.tsx'
import { type Opened, openReport } from '../desk/opened.ts'
import { ReportMediaList } from '../desk/report-media.tsx'
import { StaffReport } from '../desk/report-page.tsx'
import { NewsSince } from '../desk/report-panel.tsx'
import { text } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { addresseeMessage } from '../message/addressee-message.ts'
import { refusedToOutbox } from '../outbox/refused-to-outbox.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import { Notice } from '../ui/notice.tsx'

type AnswerContext = Context<'answer' | 'answerMove'>
type HeldContext = Context<'answer' | 'answerMessage' | 'answerMove'>

/** The page behind the private link of an organization without an account. Looking changes nothing; each act is a form sent by POST. */
export function answerHandlers(
  countTry: CountTry,
  message: MakeMessage,
): Pick<Handlers, 'answer' | 'answerMessage' | 'answerMove'> {
  return {
    answer: (context) =>
      asHolder(context, (link, actor, opened) => answerPage(context, link, actor, opened, null, 200)),

    answerMessage: (context) =>
      asHolder(context, (_, actor, { report }) => addresseeMessage(context, message, report, [actor])),

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
            if (context.fromOutbox) return refusedToOutbox(context, [taken.problem], taken.status)
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
    context: HeldContext,
    answer: (link: PrivateLink, actor: Actor, opened: Opened) => Promise<Response>,
  ): Promise<Response> {
    const { guide, holes, means, now, network } = context
    const wait = await countTry('link_from_network', network, now)
    if (wait !== null) return context.problem({ kind: 'too_many', seconds: wait })

    const tx = means.store.of(guide.city.id)
    const link = await findLive(tx, hashOf(holes.secret), now)
    const actor: Actor | null = link && { kind: 'correspondent', link: link.id, organization: link.organization }
    const opened = link && actor && (await openReport(tx, link.number, guide, [actor], now))
    return link && actor && opened ? answer(link, actor, opened) : gone(context)
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

/** Whoever was writing meanwhile gets back what they wrote. */
async function gone(context: HeldContext): Promise<Response> {
  if (context.request.method !== 'POST') return gonePage(context, '')
  const read = await readForm(context.request)
  if (!read.ok) return context.problem(read.problem)
  await using form = read.value
  if (context.fromOutbox) return refusedToOutbox(context, [{ field: '', words: context.t('answer.gone.text') }], 404)
  return gonePage(context, text(form.fields, 'note'))
}

function gonePage(context: HeldContext, written: string): Promise<Response> {
  const { t, to, guide, url } = context
  const title = t('answer.gone.title')
  const wasPassedOn = url.searchParams.get('done') === 'assign'
  const body = (
    <div class="stack">
      <Done t={t} query={url.searchParams} />
      <h1>{title}</h1>
      <p>{t(wasPassedOn ? 'answer.gone.passed_on' : 'answer.gone.text')}</p>
      {written && (
        <>
          <h2>{t('desk.passed_on.written')}</h2>
          <p class="said">{written}</p>
        </>
      )}
      <p class="acts">
        <a class="button quiet" href={to.reports(guide.city.id)}>
          {t('answer.gone.reports')}
        </a>
      </p>
    </div>
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
  const { t, to, guide, now, holes, url } = context
  const { city } = guide
  const clock = { timeZone: city.timeZone, now }
  const { report } = opened
  const organization = guide.organizations.get(link.organization)?.name[t.locale] ?? ''
  const offers = offersOf({
    t,
    guide,
    report,
    seen: opened.seen,
    now,
    acts: actsOpenTo(actor, report, { city, now }),
    actionOf: (act) => to.answerMove(city.id, holes.secret, act),
    refused,
    proposed: proposalFor(report, opened.areas, guide)?.organization ?? null,
    news: <NewsSince {...{ t, guide, clock, opened }} typed={refused?.typed ?? {}} />,
    filesOf: (formKey, files) => (
      <PhotoField {...{ t, to, formKey, files }} city={city.id} most={city.policy.mostMedia} />
    ),
  })
  const body = (
    <StaffReport
      {...{ t, to, guide, clock, opened }}
      message={to.answerMessage(city.id, holes.secret)}
      top={
        <>
          <p class="soft">{t('answer.lead', { organization, date: dayInWords(link.expiresAt, clock, t) })}</p>
          {!refused && <Done t={t} query={url.searchParams} />}
        </>
      }
      media={
        <ReportMediaList
          {...{ t, to }}
          number={report.number}
          media={opened.media}
          events={opened.events}
          pass={`?link=${encodeURIComponent(holes.secret)}`}
        />
      }
      map={
        report.location && (
          <MapFrame
            use={{ kind: 'report', point: report.location, status: report.status }}
            locale={t.locale}
            guide={guide}
          />
        )
      }
      additions={<Additions {...{ t, to, clock, opened }} pass={`?link=${encodeURIComponent(holes.secret)}`} />}
      acts={<ActBar t={t} offers={offers} />}
    />
  )
  const title = t('answer.title', { number: report.number })
  return context.page(
    // At work as at the desk: nothing else asks to be pressed.
    { title, body, here: 'desk', islands: ['map', 'photo-field', 'act'], indexed: false, width: 'page' },
    { status, headers: private_ },
  )
}

/** What was just done, once: the address says it. */
function Done({ t, query }: { readonly t: Say; readonly query: URLSearchParams }) {
  const act = query.get('done') ?? ''
  if (!isActKind(act)) return null
  return (
    <Notice kind="done">
      <p>{t('answer.done', { act: doneWords(t, act) })}</p>
    </Notice>
  )
}
