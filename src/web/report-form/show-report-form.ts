import type { DraftKey } from '#src/domain/id.ts'
import { longest } from '#src/domain/words.ts'
import * as drafts from '#src/store/drafts.ts'
import * as media from '#src/store/media.ts'
import * as reports from '#src/store/reports.ts'
import type { Context, Handler } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { blank } from '../offline/ready-for.ts'
import { checkDraft } from './check-draft.ts'
import { draftKeyOf, freshKey } from './draft-cookie.ts'
import { draftFromForm } from './draft-from-form.ts'
import { type FormParts, formPage } from './form-page.tsx'
import { wordsOfLimit } from './form-problems.ts'
import type { FormState } from './report-form.tsx'

/** The form: fresh, or as this browser left it. */
export function showReportForm(parts: FormParts): Handler<'reportForm'> {
  return async (context) => {
    if (context.url.search === blank) return formPage(context, parts, { ...fresh(null), key: null })
    const key = draftKeyOf(context.request, context.guide.city.id, parts.secure, await context.viewer())
    return formPage(context, parts, withPlace(key ? await begun(context, key) : fresh(null), context.url))
  }
}

async function begun(context: Context<'reportForm'>, key: DraftKey): Promise<FormState> {
  const tx = context.means.store.of(context.guide.city.id)
  const [report, fields, files] = await Promise.all([
    reports.findByDraft(tx, key),
    drafts.find(tx, key),
    media.waitingFor(tx, key),
  ])
  if (report) return fresh({ key, number: report.number, tell: false })
  const state = { key, fields: fields ?? {}, files, problems: [], sent: null }
  return { ...state, problems: await problemsOf(context, state) }
}

/** The place that a link to the form names (`address`, `lng`, `lat`), where the form has none yet. */
function withPlace(state: FormState, { searchParams }: URL): FormState {
  const names = ['address', 'lng', 'lat'] as const
  if (names.some((name) => text(state.fields, name))) return state
  const place = names.map((name) => [name, [(searchParams.get(name) ?? '').slice(0, longest.address)]] as const)
  return searchParams.has('address') ? { ...state, fields: { ...state.fields, ...Object.fromEntries(place) } } : state
}

function fresh(sent: FormState['sent']): FormState {
  return { key: freshKey(), fields: {}, files: [], problems: [], sent }
}

/** After signing in could not finish the draft (`check`, see `finishDraft`), what kept it; before that nobody is told of mistakes. */
async function problemsOf(
  context: Context<'reportForm'>,
  { key, fields, files }: { readonly key: DraftKey; readonly fields: FieldsOf; readonly files: readonly media.Media[] },
): Promise<readonly FormProblem[]> {
  const { url, t, guide, locale } = context
  const check = url.searchParams.get('check')
  if (check === 'limit') return [wordsOfLimit(t)]
  if (check !== 'draft') return []
  const ids = files.map(({ id }) => id)
  const { draft, malformed } = draftFromForm(fields, key, ids, locale)
  return checkDraft(context, guide, draft, malformed)
}
