import { stopSupport, supportReport as support } from '#src/operations/support-report.ts'
import * as drafts from '#src/store/drafts.ts'
import { waitingFor } from '#src/store/media.ts'
import type { Context, Handler } from '../context.ts'
import { draftKey, type FieldsOf, text } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import { fieldsToKeep } from '../report-form/fields-to-keep.ts'

/**
 * A reader joins in, or leaves (`stop`). Who is not signed in does that first, and finds the button again. From the form
 * of a new report, what was filled in there is kept with its draft, to come back to.
 */
export function supportReport(countTry: CountTry): Handler<'supportReport'> {
  return async (context) => {
    const { request, network, guide, holes, means, now, to, seeOther, problem } = context
    const { id: city } = guide.city
    const back = to.report(city, holes.number)
    const viewer = await context.viewer()
    const seconds =
      viewer.kind === 'person'
        ? await countTry('act_by_person', viewer.id, now)
        : await countTry('upload_from_network', network, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })
    const read = await readForm(request)
    if (!read.ok) return problem(read.problem)
    await using form = read.value
    const { fields } = form
    await keepDraft(context, fields)
    if (viewer.kind === 'visitor')
      return seeOther(`${to.signIn()}?${new URLSearchParams({ continue: `${back}?join=1#support` })}`)

    if (text(fields, 'stop')) await stopSupport(means, city, holes.number, viewer.id)
    else {
      const supported = await support(means, city, holes.number, viewer.id)
      if (!supported.ok && supported.problem === 'no_such_report') return problem({ kind: 'not_found' })
    }
    return seeOther(`${back}#support`)
  }
}

async function keepDraft({ means, guide, now }: Context<'supportReport'>, fields: FieldsOf): Promise<void> {
  const key = draftKey(fields)
  if (!key) return
  const tx = means.store.of(guide.city.id)
  const waiting = (await waitingFor(tx, key)).map(({ id }) => id)
  await drafts.keep(tx, key, fieldsToKeep(fields, waiting), now)
}
