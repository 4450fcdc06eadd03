import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { isPublic } from '#src/domain/report.ts'
import { eventsOf, isDone } from '#src/store/events.ts'
import { findByNumber } from '#src/store/reports.ts'
import type { Context } from '../context.ts'
import { draftKey, type FieldsOf, text } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import { refusedToOutbox } from '../outbox/refused-to-outbox.ts'
import { Notice } from '../ui/notice.tsx'
import type { DeskContext } from './open-folder.ts'
import { organizationsOf } from './staff.ts'

/**
 * An act on a report that is not at this desk. Done by the very same form before, it is told so; where the report was
 * passed on while an officer wrote, they get back what they wrote; to everybody else there is no such report.
 */
export async function actElsewhere(context: Context<'deskMove'>, actors: readonly Actor[], act: ActKind) {
  const { guide, holes, means, to, seeOther, problem } = context
  const read = await readForm(context.request)
  if (!read.ok) return problem(read.problem)
  await using form = read.value
  const key = draftKey(form.fields)
  const tx = means.store.of(guide.city.id)
  if (!(await wasTheirs(context, actors))) return problem({ kind: 'not_found' })
  if (key && (await isDone(tx, key))) return seeOther(`${to.desk(guide.city.id)}?done=${act}&of=${holes.number}`)
  return passedOn(context, actors, form.fields)
}

/** Says that the report was passed on, and gives back what was written for it; who never had it learns nothing. */
export async function passedOn(
  context: Context<'deskReport' | 'deskMove'>,
  actors: readonly Actor[],
  typed: FieldsOf,
): Promise<Response> {
  if (!(await wasTheirs(context, actors))) return context.problem({ kind: 'not_found' })
  const { t, to, guide, holes } = context
  if (context.fromOutbox) return refusedToOutbox(context, [{ field: '', words: t('desk.passed_on.text') }], 409)
  const title = t('desk.passed_on.title', { number: holes.number })
  const words = text(typed, 'note')
  const publicPage = await publicPageOf(context, holes.number)
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      <Notice kind="wrong">{t('desk.passed_on.text')}</Notice>
      {words && (
        <>
          <h2>{t('desk.passed_on.written')}</h2>
          <p class="said">{words}</p>
        </>
      )}
      <p class="acts">
        <a class="button" href={to.desk(guide.city.id)}>
          {t('desk.title')}
        </a>
        {publicPage && (
          <a class="button quiet" href={publicPage}>
            {t('desk.public_page')}
          </a>
        )}
      </p>
    </div>
  )
  const answer = { status: 409, headers: [['cache-control', 'no-store']] as [string, string][] }
  return context.page({ title, body, here: 'desk', indexed: false, width: 'text' }, answer)
}

/** Where everybody reads a report that is at none of the person's desks; null when there is no such page. */
export async function publicPageOf(
  { guide: { city }, means, to }: DeskContext,
  number: number,
): Promise<string | null> {
  const report = await findByNumber(means.store.of(city.id), number)
  return report && isPublic(report) ? to.report(city.id, number) : null
}

async function wasTheirs({ guide, holes, means }: Context<'deskReport' | 'deskMove'>, actors: readonly Actor[]) {
  const tx = means.store.of(guide.city.id)
  const report = await findByNumber(tx, holes.number)
  const mine = organizationsOf(actors)
  const events = report && mine.length > 0 ? await eventsOf(tx, report.id) : []
  return events.some((one) => one.kind === 'moved' && 'organization' in one.act && mine.includes(one.act.organization))
}
