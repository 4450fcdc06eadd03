import type { DraftKey } from '#src/domain/id.ts'
import type { Context, HeaderList } from '../context.ts'
import type { CountTry } from '../limits.ts'
import { blank } from '../offline/ready-for.ts'
import type { Viewer } from '../viewer.ts'
import { draftCookie } from './draft-cookie.ts'
import { type FormState, ReportForm } from './report-form.tsx'

/** The form's page, and what leads back to it. */
type FormContext = Context<'reportForm' | 'submitReport' | 'shareToReport'>

/** What the form's handlers need beyond their context. */
export type FormParts = {
  readonly countTry: CountTry
  /** True where the product is served over TLS. */
  readonly secure: boolean
}

/** The page of the form as it stands, which the browser can find again; without a key as a device keeps it. */
export async function formPage(
  context: FormContext,
  { secure }: FormParts,
  state: Omit<FormState, 'key'> & { readonly key: DraftKey | null },
  status = 200,
): Promise<Response> {
  const { t, to, guide, page, now } = context
  const clock = { timeZone: guide.city.timeZone, now }
  const viewer = await context.viewer()
  const { firstName, lastName } = viewer.kind === 'person' ? viewer : { firstName: null, lastName: null }
  const { key } = state
  const body = <ReportForm {...{ t, to, guide, clock, firstName, lastName, state }} />
  const content = {
    title: t('form.title'),
    description: t('form.description'),
    body,
    here: 'report_form',
    islands: ['report-form', 'photo-field', 'find-place', 'map'],
    width: 'text',
    ...(key ? {} : { kept: to.reportForm(guide.city.id) + blank }),
  } as const
  return page(content, { status, headers: key ? headersFor(context, key, secure, viewer) : [] })
}

/** Asked for anew, so that what one person typed is never another's; still kept by the browser for Back. */
function headersFor({ guide }: FormContext, key: DraftKey, secure: boolean, viewer: Viewer): HeaderList {
  return [['cache-control', 'private, no-cache'], draftCookie(guide.city.id, key, secure, viewer)]
}
