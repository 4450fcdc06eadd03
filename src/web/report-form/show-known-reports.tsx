import type { DraftKey } from '#src/domain/id.ts'
import type { Handler } from '../context.ts'
import { readFields } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import { renderPart } from '../render.ts'
import { draftFromForm } from './draft-from-form.ts'
import { knownNear } from './known-near.ts'
import { KnownReports } from './known-reports.tsx'

/** For the script of the form: what may be known already, as a part of a page; nothing (204) when nothing is. */
export function showKnownReports(countTry: CountTry): Handler<'knownReports'> {
  return async (context) => {
    const { request, network, guide, t, to, locale, now, pictures, problem } = context
    const seconds = await countTry('known_from_network', network, now)
    if (seconds !== null) return problem({ kind: 'too_many', seconds })
    const fields = await readFields(request)
    if (!fields.ok) return problem({ kind: 'not_a_form' })

    const { draft } = draftFromForm(fields.value, '' as DraftKey, [], locale) // safe: nothing of it is kept
    const known = await knownNear(context, guide, draft)
    if (known.length === 0) return new Response(null, { status: 204 })
    const clock = { timeZone: guide.city.timeZone, now }
    return context.html(renderPart(<KnownReports {...{ t, to, clock, known }} city={guide.city.id} />, pictures))
  }
}
