import type { ComponentChildren } from 'preact'

import { headline } from '#src/domain/headline.ts'
import { isPublic } from '#src/domain/report.ts'
import type { Context, PageContent } from '../context.ts'
import type { StopProps } from '../following/stop-following.tsx'
import type { StillOnPage } from '../map/map-frame.tsx'
import { photoPart } from '../media/parts.ts'
import { stillAddresses, stillSizes } from '../still/addresses.ts'
import { streetSources } from '../still/street-sources.ts'
import { postingOf } from './posting.ts'
import { ReportView } from './report-view.tsx'
import type { ShownReport } from './shown-report.ts'
import type { SupportState } from './support.tsx'

/** A report's page, and the forms that come back to it. */
export type ReportContext = Context<'report' | 'moveReport' | 'sayOpinion'>

/** As much as a search engine or a messenger shows of a page. */
const longestDescription = 160

type Options = {
  readonly panel?: ComponentChildren
  /** What this reader added, and no moderator has published. */
  readonly added?: ComponentChildren
  readonly support: SupportState
  /** By what this reader follows the report. */
  readonly follows?: StopProps | undefined
  /** The number up to which the page knows what happened to the report. */
  readonly since: number
  /** In the panel. */
  readonly offersActs?: boolean
}

/** A report's page, with what only its reader is told. */
export async function pageOf(
  context: ReportContext,
  report: ShownReport,
  { panel, added, support, follows, since, offersActs = false }: Options,
): Promise<PageContent> {
  const { guide, now, t, to } = context
  const { number, description } = report
  const still = await stillFor(context, report)
  const picture = pictureOf(context, report, still)
  const clock = { timeZone: guide.city.timeZone, now }
  return {
    title: t('report.page', { number, headline: headline(description) }),
    description: headline(description, longestDescription),
    ...picture,
    ...(isPublic(report) && publicParts(context, report, picture.picture?.address)),
    here: 'reports',
    body: <ReportView {...{ t, to, guide, clock, report, still, panel, added, support }} follows={follows ?? null} />,
    live: {
      stream: `${to.live(guide.city.id)}?report=${number}`,
      since,
      page: to.report(guide.city.id, number),
      report: number,
      offersActs,
    },
    islands: ['map'],
    // What was just done is said once.
    ...(context.url.search ? {} : { kept: to.report(guide.city.id, number) }),
  }
}

/** What others than people read of a page that everyone may see. */
function publicParts(
  context: Context<'report' | 'moveReport'>,
  report: ShownReport,
  picture: string | undefined,
): Partial<PageContent> {
  const { guide, t, to, origin } = context
  const { number, submittedAt, statusSince } = report
  return {
    article: { published: submittedAt, modified: statusSince },
    alternates: [
      {
        type: 'application/atom+xml',
        title: t('feed.report', { number }),
        address: to.reportAtom(guide.city.id, number),
      },
    ],
    linked: postingOf(context, report, { origin, picture }),
  }
}

/** The place as a picture, for who may know it; with the names of those whose streets it shows. */
async function stillFor(context: ReportContext, report: ShownReport): Promise<StillOnPage | null> {
  if (!report.location || !isPublic(report)) return null
  const { to, guide } = context
  return { ...stillAddresses(to, guide.city.id, report.number), sources: await streetSources(context) }
}

/** What a messenger shows with a link: the first photo, else the place. */
function pictureOf({ to }: Pick<Context<'report'>, 'to'>, { media }: ShownReport, still: StillOnPage | null) {
  const photo = media.find(({ kind, hidden }) => kind === 'photo' && !hidden)
  if (photo) return { picture: { address: photoPart(to, photo.key, 960) } }
  return still ? { picture: { address: still.light, ...stillSizes.large } } : {}
}
