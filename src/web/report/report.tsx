import { find } from '#src/store/public-reports.ts'
import { keptAct } from '../acts/kept-act.ts'
import { isActKind } from '../acts/take-act.ts'
import type { Context, Handler } from '../context.ts'
import { keptOpinion } from '../opinion/kept-opinion.ts'
import type { PublicLooks } from '../public-look.ts'
import { pageOf } from './page-of.tsx'
import { personPage } from './person-page.tsx'
import { shownToPublic } from './shown-report.ts'

/**
 * A report's page: everyone's, its author's, and for staff the way to their desk. What is not public is, to all but
 * those whose business it is, a number that does not exist.
 */
export function reportPage(looks: PublicLooks): Handler<'report'> {
  return async (context) => {
    const viewer = await context.viewer()
    if (viewer.kind === 'visitor') return forVisitor(context, looks)
    const [fromAuthor, opinion] = await Promise.all([fromAddress(context), keptOpinion(context)])
    return personPage(context, viewer, { fromAuthor, opinion })
  }
}

async function forVisitor(context: Context<'report'>, { versions, answer }: PublicLooks): Promise<Response> {
  const { guide, holes, means, to, problem } = context
  const { id: city } = guide.city
  const version = await versions.ofReport(city, holes.number)
  if (version === undefined) return problem({ kind: 'not_found' })

  const content = async () => {
    const report = await find(means.store.of(city), holes.number)
    return report && pageOf(context, shownToPublic(report), { support: 'open', since: version })
  }
  const streets = (await context.basemap())?.edition ?? ''
  return answer(context, { address: to.report(city, holes.number), also: streets, content }, async () => version)
}

/** `sent` and `done` say what led here; else a form may have waited while its author signed in again. */
async function fromAddress(context: Context<'report'>) {
  const { searchParams } = context.url
  const done = searchParams.get('done') ?? ''
  return { done: isActKind(done) ? done : null, wasSent: searchParams.has('sent'), returned: await keptAct(context) }
}
