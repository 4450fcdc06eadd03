import { readerOf } from '#src/domain/disclosure.ts'
import { lifecycle } from '#src/domain/lifecycle.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { findByNumber } from '#src/store/reports.ts'
import { keepAct } from '../acts/kept-act.ts'
import { takeAct } from '../acts/take-act.ts'
import { additionPage } from '../addition/addition.tsx'
import type { Context, Handler } from '../context.ts'
import type { CountTry } from '../limits.ts'
import { refusedToOutbox } from '../outbox/refused-to-outbox.ts'
import { freshKey } from '../report-form/draft-cookie.ts'
import type { Viewer } from '../viewer.ts'
import { authorPage } from './author-page.tsx'

/** An act of a report's author, or what anybody who is signed in adds to it. Staff act at the desk, an organization without an account on its private page. */
export function moveReport(countTry: CountTry): Handler<'moveReport'> {
  return async (context) => {
    const { guide, holes, means, to, problem } = context
    const isAddition = holes.act === 'add'
    if (!isAddition && !lifecycle[holes.act].who.some((who) => who === 'reporter'))
      return problem({ kind: 'not_found' })

    const viewer = await context.viewer()
    if (viewer.kind === 'visitor') {
      const page = isAddition ? to.addition : to.report
      return keepAct(countTry, context, page(guide.city.id, holes.number))
    }

    const report = await findByNumber(means.store.of(guide.city.id), holes.number)
    const isAuthor = report !== null && readerOf({ kind: 'resident', id: viewer.id }, report) === 'author'
    if (!report || (!isAuthor && !isPublic(report))) return problem({ kind: 'not_found' })
    if (!isAuthor && !isAddition) return problem({ kind: 'not_permitted' })

    const seconds = await countTry('act_by_person', viewer.id, context.now)
    return seconds === null ? act(countTry, context, viewer, report) : problem({ kind: 'too_many', seconds })
  }
}

async function act(
  countTry: CountTry,
  context: Context<'moveReport'>,
  person: Extract<Viewer, { kind: 'person' }>,
  before: Report,
): Promise<Response> {
  const { guide, holes, means, to, seeOther, problem } = context
  const { id: city } = guide.city
  const taken = await takeAct(countTry, context, guide, holes.number, holes.act, {
    kind: 'resident',
    id: person.id,
  })
  switch (taken.kind) {
    case 'done':
      return seeOther(`${to.report(city, holes.number)}?done=${holes.act}${holes.act === 'add' ? '#additions' : ''}`)
    case 'unreadable':
      return problem(taken.problem)
    case 'files_changed':
    case 'refused': {
      const isRefused = taken.kind === 'refused'
      if (isRefused && context.fromOutbox) return refusedToOutbox(context, [taken.problem], taken.status)
      // Drawn as it is now: what refused the act may be that somebody was faster.
      const report = (await findByNumber(means.store.of(city), holes.number)) ?? before
      const returned = {
        act: holes.act,
        problem: isRefused ? taken.problem : null,
        typed: taken.typed,
        formKey: taken.formKey ?? freshKey(),
        files: taken.files,
      }
      const status = isRefused ? taken.status : 200
      return holes.act === 'add'
        ? additionPage(context, report, person, returned, status)
        : authorPage(context, { report, author: person, returned, answer: { status } })
    }
  }
}
