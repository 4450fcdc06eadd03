import { headline } from '#src/domain/headline.ts'
import { actsOpenTo } from '#src/domain/lifecycle.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import { findByNumber } from '#src/store/reports.ts'
import { ActForm } from '../acts/act-form.tsx'
import { keptAct } from '../acts/kept-act.ts'
import type { Context, Handler } from '../context.ts'
import { text } from '../form/fields.ts'
import type { Returned } from '../report/author-panel.tsx'
import { freshKey } from '../report-form/draft-cookie.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Viewer } from '../viewer.ts'

type Person = Extract<Viewer, { kind: 'person' }>

/** Where somebody who is signed in adds to an open report; who is not does that first. */
export const addition: Handler<'addition'> = async (context) => {
  const { guide, holes, means, to, url, seeOther, problem } = context
  const viewer = await context.viewer()
  const report = await findByNumber(means.store.of(guide.city.id), holes.number)
  const isTheirs = viewer.kind === 'person' && report?.reporter === viewer.id
  if (!report || (!isPublic(report) && !isTheirs)) return problem({ kind: 'not_found' })
  if (viewer.kind === 'visitor') {
    const back = to.addition(guide.city.id, holes.number) + url.search
    return seeOther(`${to.signIn()}?${new URLSearchParams({ continue: back })}`)
  }
  return additionPage(context, report, viewer, await keptAct(context), 200)
}

/** The form, as it was sent when it could not be taken. */
export async function additionPage(
  context: Context<'addition' | 'moveReport'>,
  report: Report,
  person: Person,
  returned: Returned | null,
  status: number,
): Promise<Response> {
  const { guide, now, t, to, url } = context
  const { city } = guide
  const { number } = report
  const isOpen = actsOpenTo({ kind: 'resident', id: person.id }, report, { city, now }).includes('add')
  const formKey = returned?.formKey ?? freshKey()
  const body = (
    <div class="stack">
      <header class="stack tight">
        <h1>{t('addition.title', { number })}</h1>
        <p lang={report.locale}>{headline(report.description)}</p>
      </header>
      {isOpen ? (
        <>
          <p>{t('addition.lead')}</p>
          <ActForm
            {...{ t, guide, report, formKey, now }}
            act="add"
            seen={null}
            action={to.moveReport(city.id, number, 'add')}
            {...(returned ? { typed: returned.typed, problem: returned.problem } : {})}
            files={
              <PhotoField
                {...{ t, to, formKey }}
                city={city.id}
                files={returned?.files ?? []}
                most={city.policy.mostMedia}
              />
            }
          />
        </>
      ) : (
        <Closed t={t} words={returned ? text(returned.typed, 'note') : ''} />
      )}
      <p>
        <a href={to.report(city.id, number)}>{t('addition.back', { number })}</a>
      </p>
    </div>
  )
  const title = t('addition.title', { number })
  return context.page(
    {
      ...{ title, body, here: 'reports', islands: isOpen ? ['photo-field', 'act'] : [], indexed: false, width: 'text' },
      ...(url.search ? {} : { kept: to.addition(city.id, number) }),
    },
    { status, headers: [['cache-control', 'private, no-store']] },
  )
}

function Closed({ t, words }: { readonly t: Context['t']; readonly words: string }) {
  return (
    <Notice kind="warning">
      <p>{t('addition.closed')}</p>
      {words && (
        <>
          <b>{t('addition.kept')}</b>
          <blockquote class="said">{words}</blockquote>
        </>
      )}
    </Notice>
  )
}
