import { isPublic } from '#src/domain/report.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Handler } from '../context.ts'
import type { CountTry } from '../limits.ts'
import { personPage } from '../report/person-page.tsx'
import { keepOpinion } from './kept-opinion.ts'
import { takeOpinion } from './take-opinion.ts'

/** Somebody who is signed in says whether a report is solved. Who is not any more does that first, and finds what was written. */
export function sayOpinion(countTry: CountTry): Handler<'sayOpinion'> {
  return async (context) => {
    const { guide, holes, means, now, to, seeOther, problem } = context
    const { id: city } = guide.city
    const viewer = await context.viewer()
    if (viewer.kind === 'visitor') return keepOpinion(countTry, context)

    const report = await findByNumber(means.store.of(city), holes.number)
    if (!report || (!isPublic(report) && report.reporter !== viewer.id)) return problem({ kind: 'not_found' })
    const seconds = await countTry('act_by_person', viewer.id, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })

    const taken = await takeOpinion(context, guide, holes.number, viewer.id)
    if (taken.kind === 'unreadable') return problem(taken.problem)
    if (taken.kind === 'done') return seeOther(`${to.report(city, holes.number)}#solved`)
    return personPage(context, viewer, { opinion: taken.returned, status: taken.status })
  }
}
