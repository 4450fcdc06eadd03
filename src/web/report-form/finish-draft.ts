import type { Guide } from '#src/domain/guide.ts'
import type { CityId, DraftKey, PersonId } from '#src/domain/id.ts'
import * as drafts from '#src/store/drafts.ts'
import * as media from '#src/store/media.ts'
import * as reports from '#src/store/reports.ts'
import type { Common } from '../context.ts'
import type { CountTry } from '../limits.ts'
import type { Paths } from '../routes.ts'
import { draftFromForm } from './draft-from-form.ts'
import { sendDraft, sentTo } from './send-draft.ts'

/**
 * The last step of signing in from the form: sends the draft that waits (see `draftKeyOf`) for the person who has just
 * signed in and said who they are. Leads to the report's page, or back to the form, which says what is wrong.
 */
export async function finishDraft(
  countTry: CountTry,
  context: Pick<Common, 'means' | 'now' | 'locale' | 'to' | 'seeOther'>,
  guide: Guide,
  key: DraftKey | null,
  person: PersonId,
): Promise<Response> {
  const { means, locale, to, seeOther } = context
  const city = guide.city.id
  if (!key) return seeOther(to.reportForm(city))

  const tx = means.store.of(city)
  const [earlier, fields, waiting] = await Promise.all([
    reports.findByDraft(tx, key),
    drafts.find(tx, key),
    media.waitingFor(tx, key),
  ])
  if (earlier) return seeOther(sentTo(to, city, earlier.number))
  if (!fields) return seeOther(to.reportForm(city))

  const ids = waiting.map(({ id }) => id)
  const { draft, malformed } = draftFromForm(fields, key, ids, locale)
  if (malformed.length > 0) return seeOther(toChecked(to, city, 'draft'))

  const sent = await sendDraft(countTry, context, guide, draft, person)
  if (sent.ok) return seeOther(sentTo(to, city, sent.value))
  return seeOther(toChecked(to, city, sent.problem.kind === 'reports_many' ? 'limit' : 'draft'))
}

/** What a form that is shown again should look into: the draft itself, or how many were sent today. */
export type Check = 'draft' | 'limit'

function toChecked(to: Paths, city: CityId, check: Check): string {
  return `${to.reportForm(city)}?check=${check}`
}
