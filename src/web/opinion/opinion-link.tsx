import type { Report } from '#src/domain/report.ts'
import { findLive, type OpinionLink } from '#src/store/opinion-links.ts'
import { hashOf } from '#src/store/private-links.ts'
import { findByNumber } from '#src/store/reports.ts'
import { takeAct } from '../acts/take-act.ts'
import type { Context, Handlers } from '../context.ts'
import type { CountTry } from '../limits.ts'
import { refusedToOutbox } from '../outbox/refused-to-outbox.ts'
import { freshKey } from '../report-form/draft-cookie.ts'
import type { Chosen } from './ask-solved.tsx'
import { gonePage, type SolvedContext, solvedPage } from './solved-page.tsx'
import { takeOpinion } from './take-opinion.ts'

/**
 * Whether a report is solved, said from a letter without signing in. To look at the page says nothing, whatever answer
 * the link chose: mail scanners open links. What is said is sent by POST, and does what it would do on the report's page.
 */
export function opinionLinkHandlers(countTry: CountTry): Pick<Handlers, 'opinion' | 'sayByLink' | 'moveByLink'> {
  return {
    opinion: (context) => asHolder(context, (link, report) => solvedPage(context, link, report, chosenIn(context))),

    sayByLink: (context) =>
      asHolder(context, async (link, report) => {
        const taken = await takeOpinion(context, context.guide, link.number, link.person)
        if (taken.kind === 'unreadable') return context.problem(taken.problem)
        if (taken.kind === 'done') return thanks(context)
        return solvedPage(context, link, report, { opinion: taken.returned, status: taken.status })
      }),

    moveByLink: (context) => asHolder(context, (link, report) => move(countTry, context, link, report)),
  }

  async function asHolder(
    context: SolvedContext,
    answer: (link: OpinionLink, report: Report) => Promise<Response>,
  ): Promise<Response> {
    const { guide, holes, means, now, network } = context
    const seconds = await countTry('link_from_network', network, now)
    if (seconds !== null) return context.problem({ kind: 'too_many', seconds })

    const tx = means.store.of(guide.city.id)
    const link = await findLive(tx, hashOf(holes.secret), now)
    const report = link && (await findByNumber(tx, link.number))
    if (report) return answer(link, report)
    const { fromOutbox, t } = context
    return fromOutbox
      ? refusedToOutbox(context, [{ field: '', words: t('opinion.gone.text') }], 404)
      : gonePage(context)
  }
}

/** What the author's answer does, where it is more than an opinion. */
async function move(
  countTry: CountTry,
  context: Context<'moveByLink'>,
  link: OpinionLink,
  before: Report,
): Promise<Response> {
  const { guide, holes, means } = context
  const { act } = holes
  if (act !== 'confirm' && act !== 'reopen') return context.problem({ kind: 'not_found' })
  if (before.reporter !== link.person) return context.problem({ kind: 'not_permitted' })

  const author = { kind: 'resident', id: link.person } as const
  const taken = await takeAct(countTry, context, guide, link.number, act, author, link.closing)
  switch (taken.kind) {
    case 'unreadable':
      return context.problem(taken.problem)
    case 'done':
      return thanks(context)
    case 'files_changed':
    case 'refused': {
      const isRefused = taken.kind === 'refused'
      if (isRefused && context.fromOutbox) return refusedToOutbox(context, [taken.problem], taken.status)
      const { typed, files } = taken
      const problem = isRefused ? taken.problem : null
      const returned = { act, problem, typed, formKey: taken.formKey ?? freshKey(), files }
      // As it is now: what refused the act may be that somebody was faster.
      const report = (await findByNumber(means.store.of(guide.city.id), link.number)) ?? before
      return solvedPage(context, link, report, { returned, status: isRefused ? taken.status : 200 })
    }
  }
}

function chosenIn({ url }: Context<'opinion'>): { readonly chosen: Chosen | null; readonly isSaid: boolean } {
  const chosen = url.searchParams.get('solved')
  return { chosen: chosen === 'yes' || chosen === 'no' ? chosen : null, isSaid: url.searchParams.has('said') }
}

function thanks({ guide, holes, to, seeOther }: SolvedContext): Response {
  return seeOther(`${to.opinion(guide.city.id, holes.secret)}?said`)
}
