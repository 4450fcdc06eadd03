import { stopSupport, supportReport as support } from '#src/operations/support-report.ts'
import type { Handler } from '../context.ts'
import { text } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'

/** A reader joins in, or leaves (`stop`). Who is not signed in does that first, and finds the button again. */
export function supportReport(countTry: CountTry): Handler<'supportReport'> {
  return async (context) => {
    const { request, guide, holes, means, now, to, seeOther, problem } = context
    const { id: city } = guide.city
    const back = to.report(city, holes.number)
    const viewer = await context.viewer()
    if (viewer.kind === 'visitor')
      return seeOther(`${to.signIn()}?${new URLSearchParams({ continue: `${back}?join=1#support` })}`)

    const seconds = await countTry('act_by_person', viewer.id, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })
    const form = await readForm(request)
    if (!form.ok) return problem({ kind: 'not_a_form' })

    if (text(form.value.fields, 'stop')) await stopSupport(means, city, holes.number, viewer.id)
    else {
      const supported = await support(means, city, holes.number, viewer.id)
      if (!supported.ok && supported.problem === 'no_such_report') return problem({ kind: 'not_found' })
    }
    return seeOther(`${back}#support`)
  }
}
